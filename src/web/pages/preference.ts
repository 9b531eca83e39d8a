import { useCallback, useState } from 'preact/hooks';

/** A choice that the browser remembers; `allowed` says what it may be. */
export function usePreference<Choice extends string>(
  name: string,
  fallback: Choice,
  allowed: readonly Choice[],
): readonly [Choice, (choice: Choice) => void] {
  const key = `rasoat-${name}`;
  const [choice, setChoice] = useState<Choice>(
    () => allowed.find((one) => one === localStorage.getItem(key)) ?? fallback,
  );
  const choose = useCallback(
    (next: Choice) => {
      localStorage.setItem(key, next);
      setChoice(next);
    },
    [key],
  );
  return [choice, choose];
}
