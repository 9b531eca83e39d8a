import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { Me } from '../api/people.js';
import { Api, ApiError } from './api-client.js';
import { Header } from './header.js';
import { type LanguageCode, LanguageContext, messagesIn, useMessages } from './language/language.js';
import { ListPage } from './list/list-page.js';
import { OverviewPage } from './list/overview-page.js';
import { Again, Login } from './people/login.js';
import { PeoplePage } from './people/people-page.js';
import { usePreference } from './preference.js';
import { ReviewPage } from './review/review-page.js';
import { useRoute } from './route.js';
import { mayDecide, SessionContext } from './session.js';
import { useTheme } from './theme.js';
import { UploadPage } from './upload/upload-page.js';

type Known =
  | { readonly kind: 'asking' }
  | { readonly kind: 'in'; readonly me: Me }
  | { readonly kind: 'out' };

/** The whole of the pages. */
export function App() {
  const [language, setLanguage] = usePreference<LanguageCode>('language', 'vi', ['vi', 'en']);
  const [known, setKnown] = useState<Known>({ kind: 'asking' });
  const [problem, setProblem] = useState<string | null>(null);
  const api = useMemo(() => new Api(), []);
  api.language = language;
  const say = messagesIn(language);
  const route = useRoute();
  const theme = useTheme();
  /** The session ended while a page was open: it stays, and one comes in again above it. */
  const [lost, setLost] = useState(false);
  api.onLost = () => setLost(true);

  const ask = useCallback(async () => {
    try {
      setKnown({ kind: 'in', me: await api.me() });
      setProblem(null);
      setLost(false);
    } catch (error) {
      if (error instanceof ApiError && error.status === 401) setKnown({ kind: 'out' });
      else setProblem(error instanceof ApiError && error.status === 0 ? say.offline : String(error));
    }
  }, [api, say]);
  useEffect(() => void ask(), [ask]);
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = known.kind === 'in' ? `${say.titles[route.page]} – ${say.product}` : say.product;
  }, [language, say, route.page, known.kind]);

  if (problem !== null)
    return (
      <main class="narrow">
        <p role="alert">{problem}</p>
        <button type="button" onClick={() => void ask()}>
          {say.retry}
        </button>
      </main>
    );
  if (known.kind === 'asking') return <main class="narrow">{say.loading}</main>;
  return (
    <LanguageContext.Provider value={say}>
      {known.kind === 'out' ? (
        <Login
          api={api}
          onEntered={() => void ask()}
          onLanguage={() => setLanguage(language === 'vi' ? 'en' : 'vi')}
        />
      ) : (
        <SessionContext.Provider value={{ me: known.me, api }}>
          {lost && <Again api={api} onEntered={() => void ask()} />}
          <Header
            page={route.page}
            theme={theme}
            onLanguage={() => setLanguage(language === 'vi' ? 'en' : 'vi')}
            onLeft={() => setKnown({ kind: 'out' })}
          />
          {route.page === 'list' && <ListPage query={route.query} />}
          {route.page === 'overview' && <OverviewPage />}
          {route.page === 'upload' && (mayDecide({ me: known.me, api }) ? <UploadPage /> : <NotAllowed />)}
          {route.page === 'people' && (known.me.role === 'administrator' ? <PeoplePage /> : <NotAllowed />)}
          {route.page === 'document' && <ReviewPage key={`${route.id} ${language}`} sha256={route.id} />}
        </SessionContext.Provider>
      )}
    </LanguageContext.Provider>
  );
}

function NotAllowed() {
  const say = useMessages();
  return (
    <main class="page">
      <h1>{say.product}</h1>
      <p role="alert">{say.notAllowed}</p>
    </main>
  );
}
