import { useEffect, useRef, useState } from 'preact/hooks';
import type { DocumentView } from '../../api/review.js';
import { pictureUrl } from '../api-client.js';
import { useMessages } from '../language/language.js';
import { PagePicture } from './page-picture.js';
import type { Pointed } from './view-model.js';

interface PageViewProps {
  readonly view: DocumentView;
  readonly pointed: Pointed | null;
  /** The place under the pointer, in points of the page. */
  readonly onPoint: (page: number, x: number, y: number) => void;
}

const ZOOMS = [0.6, 0.8, 1, 1.25, 1.6, 2.2] as const;
const FIT = 2;
/** Pages fetched before and after the one that is looked at. */
const BEHIND = 1;
const AHEAD = 2;

/** The document's pages as they are, one under the other, with the place that is pointed out. */
export function PageView({ view, pointed, onPoint }: PageViewProps) {
  const say = useMessages();
  const [zoom, setZoom] = useState(FIT);
  const [current, setCurrent] = useState(1);
  const box = useRef<HTMLElement>(null);
  const { pages, sha256 } = view;

  const scrollToPage = (page: number): void => {
    box.current?.querySelector(`[data-page="${page}"]`)?.scrollIntoView({ block: 'start' });
  };
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const observer = new IntersectionObserver(
      (entries) => {
        const top = entries.filter(({ isIntersecting }) => isIntersecting).at(0)?.target;
        if (top instanceof HTMLElement) setCurrent(Number(top.dataset.page));
      },
      { root: element, rootMargin: '-45% 0px -45% 0px' },
    );
    for (const page of element.querySelectorAll('[data-page]')) observer.observe(page);
    return () => observer.disconnect();
  }, [pages.length]);
  useEffect(() => {
    const element = box.current;
    const mark = element?.querySelector<HTMLElement>('.mark');
    if (element == null || mark == null) return;
    const [outer, inner] = [element.getBoundingClientRect(), mark.getBoundingClientRect()];
    if (inner.top < outer.top + 20 || inner.bottom > outer.bottom - 20)
      element.scrollTop += inner.top - outer.top - outer.height / 3;
    if (inner.left < outer.left || inner.right > outer.right)
      element.scrollLeft += inner.left - outer.left - 40;
  }, [pointed?.key, zoom]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
      if (event.key === '+' || event.key === '=') setZoom((z) => Math.min(ZOOMS.length - 1, z + 1));
      else if (event.key === '-') setZoom((z) => Math.max(0, z - 1));
      else if (event.key === 'PageDown') scrollToPage(Math.min(pages.length, current + 1));
      else if (event.key === 'PageUp') scrollToPage(Math.max(1, current - 1));
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [current, pages.length]);

  const width = `${(ZOOMS[zoom] ?? 1) * 100}%`;
  const sharp = (ZOOMS[zoom] ?? 1) > 1.3 ? 2 : 1;
  return (
    <section class="pages" aria-label={say.review.pageNumber}>
      <div class="page-tools">
        <button
          type="button"
          class="quiet"
          onClick={() => setZoom(Math.max(0, zoom - 1))}
          title={say.review.zoomOut}
        >
          −
        </button>
        <button
          type="button"
          class="quiet"
          onClick={() => setZoom(Math.min(ZOOMS.length - 1, zoom + 1))}
          title={say.review.zoomIn}
        >
          +
        </button>
        <span class="soft">{say.review.page(current, pages.length)}</span>
      </div>
      <section class="page-box" ref={box} tabIndex={0} aria-label={say.review.page(current, pages.length)}>
        {pages.map(({ page, width: across, height }) => (
          <div
            key={page}
            class="sheet"
            data-page={page}
            data-loading={say.loading}
            style={{ width, aspectRatio: `${across} / ${height}` }}
            onClick={(event) => {
              const at = event.currentTarget.getBoundingClientRect();
              onPoint(
                page,
                ((event.clientX - at.left) / at.width) * across,
                ((event.clientY - at.top) / at.height) * height,
              );
            }}
          >
            <PagePicture
              src={pictureUrl(sha256, page, undefined, sharp)}
              alt={say.review.page(page, pages.length)}
              wanted={page >= current - BEHIND && page <= current + AHEAD}
            />
            {pointed?.location
              .filter((place) => place.page === page)
              .map(({ bbox: [x0, y0, x1, y1] }) => (
                <span
                  key={`${x0} ${y0}`}
                  class="mark"
                  style={{
                    left: `${(100 * x0) / across}%`,
                    top: `${(100 * y0) / height}%`,
                    width: `${(100 * (x1 - x0)) / across}%`,
                    height: `${(100 * (y1 - y0)) / height}%`,
                  }}
                />
              ))}
          </div>
        ))}
      </section>
    </section>
  );
}
