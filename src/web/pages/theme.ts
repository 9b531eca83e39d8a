import { useCallback, useEffect } from 'preact/hooks';
import { usePreference } from './preference.js';

export interface Theme {
  readonly dark: boolean;
  readonly toggle: () => void;
}

/** Whether the pages are dark: as the person chose, else as the system is. */
export function useTheme(): Theme {
  const [theme, setTheme] = usePreference<'system' | 'dark' | 'light'>('theme', 'system', [
    'system',
    'dark',
    'light',
  ]);
  const dark = theme === 'dark' || (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
  useEffect(() => {
    document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  }, [dark]);
  const toggle = useCallback(() => setTheme(dark ? 'light' : 'dark'), [dark, setTheme]);
  return { dark, toggle };
}
