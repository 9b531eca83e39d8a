import { useEffect, useState } from 'preact/hooks';
import { useMessages } from '../language/language.js';

interface PagePictureProps {
  readonly src: string;
  readonly alt: string;
  /** Fetched now; else as soon as it is. */
  readonly wanted: boolean;
}

/** A page as it is; in its place the reason where it can't be drawn. */
export function PagePicture({ src, alt, wanted }: PagePictureProps) {
  const say = useMessages();
  const [failed, setFailed] = useState(false);
  /** What was fetched once stays: going back to a page shows it at once. */
  const [asked, setAsked] = useState(wanted);
  useEffect(() => {
    if (wanted) setAsked(true);
  }, [wanted]);
  useEffect(() => setFailed(false), [src]);
  if (failed)
    return (
      <p class="no-picture" role="alert">
        {alt}: {say.review.noPicture}{' '}
        <button type="button" class="quiet" onClick={() => setFailed(false)}>
          {say.retry}
        </button>
      </p>
    );
  return asked || wanted ? (
    <img src={src} alt={alt} decoding="async" draggable={false} onError={() => setFailed(true)} />
  ) : (
    <span class="hidden">{alt}</span>
  );
}

/** A place of a page enlarged; nothing where it can't be drawn, as the words stand beside it. */
export function CutOut({ src }: { readonly src: string }) {
  const say = useMessages();
  const [failed, setFailed] = useState(false);
  useEffect(() => setFailed(false), [src]);
  return failed ? null : (
    <img class="cut-out" src={src} alt={say.review.cutOut} onError={() => setFailed(true)} />
  );
}
