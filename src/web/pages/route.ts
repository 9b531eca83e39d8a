import { useEffect, useState } from 'preact/hooks';

/** Where the person is: a page's name, what stands behind it, and its settings, all in the address so it can be saved. */
export interface Route {
  readonly page: 'list' | 'overview' | 'upload' | 'people' | 'document';
  /** The document's hash on its page, else "". */
  readonly id: string;
  readonly query: URLSearchParams;
}

const PAGES: Readonly<Record<string, Route['page']>> = {
  '': 'list',
  'tong-quan': 'overview',
  'nop-tep': 'upload',
  'nguoi-dung': 'people',
  'van-ban': 'document',
};

function routeOf(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/u, '').split('?');
  const [name = '', id = ''] = path.split('/');
  return { page: PAGES[name] ?? 'list', id, query: new URLSearchParams(query) };
}

/** The address of a page. */
export function hrefOf(page: Route['page'], id = '', query?: URLSearchParams): string {
  const name = Object.entries(PAGES).find(([, one]) => one === page)?.[0] ?? '';
  const settings = query?.toString() ?? '';
  return `#/${name}${id === '' ? '' : `/${id}`}${settings === '' ? '' : `?${settings}`}`;
}

/** Where the person is, kept up to date. */
export function useRoute(): Route {
  const [route, setRoute] = useState(() => routeOf(location.hash));
  useEffect(() => {
    const onChange = (): void => setRoute(routeOf(location.hash));
    addEventListener('hashchange', onChange);
    // It may have changed since the page was begun.
    onChange();
    return () => removeEventListener('hashchange', onChange);
  }, []);
  return route;
}
