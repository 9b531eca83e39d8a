import { useMessages } from './language/language.js';
import { hrefOf, type Route } from './route.js';
import { mayDecide, useSession } from './session.js';
import type { Theme } from './theme.js';

interface HeaderProps {
  readonly page: Route['page'];
  readonly theme: Theme;
  readonly onLanguage: () => void;
  readonly onLeft: () => void;
}

/** The bar above every page. */
export function Header({ page, theme, onLanguage, onLeft }: HeaderProps) {
  const say = useMessages();
  const session = useSession();
  const { me, api } = session;
  const link = (to: Route['page'], text: string) => (
    <a href={hrefOf(to)} aria-current={page === to ? 'page' : undefined}>
      {text}
    </a>
  );
  const leave = async (): Promise<void> => {
    await api.logout();
    onLeft();
  };
  return (
    <header class="bar">
      <a class="brand" href={hrefOf('list')}>
        Rasoat
      </a>
      <nav>
        {link('list', say.nav.list)}
        {link('overview', say.nav.overview)}
        {mayDecide(session) && link('upload', say.nav.upload)}
        {me.role === 'administrator' && me.accounts && link('people', say.nav.people)}
      </nav>
      <span class="person">{me.name}</span>
      <button type="button" class="quiet" onClick={theme.toggle}>
        {theme.dark ? say.light : say.dark}
      </button>
      <button type="button" class="quiet" onClick={onLanguage} lang={say.code === 'vi' ? 'en' : 'vi'}>
        {say.other}
      </button>
      {me.accounts && (
        <button type="button" class="quiet" onClick={() => void leave()}>
          {say.nav.logout}
        </button>
      )}
    </header>
  );
}
