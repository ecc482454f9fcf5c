import type { Logger } from 'pino';
import type { RefusedFiles } from '../discord/maintenance/refusalText.ts';
import { maintainersTeller } from '../discord/maintenance/tellMaintainers.ts';
import { describeError } from '../discord/safeError.ts';
import type { ReloadStatus } from '../live/status.ts';
import { openClaims } from '../maintenance/store/claims.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Config } from './config.ts';

/** Files that are mended within so long were only on their way: a copy of several files, an editor's first save. */
const SETTLED_MS = 2000;

type Attempted = (status: ReloadStatus, answering: Dataset) => void;
type Tell = (refused: RefusedFiles) => Promise<void>;

/**
 * Tells the maintainers of files that stay refused; to be given every attempt to load the files. Undefined where there
 * is nobody to tell, or no token to tell them with.
 */
export function refusalNotices(config: Config, log: Logger): Attempted | undefined {
  const { discordToken: token, maintainerIds } = config;
  if (token === undefined || maintainerIds.length === 0) return;
  let waiting: { readonly version: string | null; readonly timer: NodeJS.Timeout } | null = null;
  let teller: Promise<Tell> | undefined;
  const tell = async (refused: RefusedFiles) => {
    waiting = null;
    teller ??= openTeller(config, token, log);
    await (await teller)(refused);
  };
  return ({ last: { refused, findings } }, { latest: { date } }) => {
    const version = refused?.version ?? null;
    if (waiting && waiting.version === version) return;
    clearTimeout(waiting?.timer);
    waiting = null;
    if (version === null) return;
    const timer = setTimeout(() => {
      tell({ version, findings, date }).catch((error: unknown) =>
        log.error({ err: describeError(error) }, 'the maintainers were not told of the refused files'),
      );
    }, SETTLED_MS);
    waiting = { version, timer: timer.unref() };
  };
}

/** Discord's REST client weighs more than all else that signed HTTP loads. */
async function openTeller(config: Config, token: string, log: Logger): Promise<Tell> {
  const { discordApiUrl: apiUrl, maintainerIds: maintainers, defaultLocale: locale, dataDir } = config;
  const { directSender } = await import('../discord/maintenance/directMessage.ts');
  const send = directSender({ token, apiUrl, log });
  return maintainersTeller({ maintainers, send, claims: openClaims(dataDir), locale, log });
}
