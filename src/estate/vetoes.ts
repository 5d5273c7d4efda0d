import { knownText, textIn } from '../value/read.ts';
import type { Machine } from './model.ts';

/**
 * What makes a machine no Exchange server, whatever its name looks like. Exchange runs on Windows Server
 * alone (learn.microsoft.com/exchange/plan-and-deploy/system-requirements).
 */

const LINUX =
  /ubuntu|canonical|debian|rhel|redhat|red hat|centos|alma-?linux|rocky|suse|sles|oracle-?linux|flatcar|coreos|photon|mariner|azure-?linux|alpine|kali|freebsd|linux/i;
const CLIENT_WINDOWS =
  /windows-?desktop|windows-?1[01]\b|\bwin-?1[01]\b|windows9_64guest|windows1[01]_64guest|office-365/i;
const OTHER_SERVER =
  /sql-?(?:server)?(?:20|-|$)|microsoftsqlserver|sharepoint|fortinet|paloalto|barracuda|kemptech|checkpoint|f5-networks|cisco/i;

export interface Veto {
  /** `it runs Linux` */
  readonly text: string;
  /** It also outweighs scripts and images: the software cannot run there at all. */
  readonly isAbsolute: boolean;
}

export function vetoOf({ os, hints }: Machine): Veto | undefined {
  const family = textIn(os.family);
  const images = hints.filter(hint => hint.kind === 'image').map(hint => hint.text);
  const systems = [...images, knownText(os.release) ?? ''];
  if (family === 'linux' || (family === undefined && systems.some(text => LINUX.test(text)))) {
    return { text: 'it runs Linux', isAbsolute: true };
  }
  if (systems.some(text => CLIENT_WINDOWS.test(text))) {
    return { text: 'it runs a Windows for clients', isAbsolute: true };
  }
  const other = images.find(text => OTHER_SERVER.test(text));
  return other === undefined ? undefined : { text: `its image is '${other}'`, isAbsolute: false };
}
