import { OPEN_DATA, type ProgrammeFile } from '../../../model/schema.ts';
import { namesOf } from './names.ts';

const URLS = {
  finance: 'https://cohesiondata.ec.europa.eu/d/99js-gm52',
  achievements: 'https://cohesiondata.ec.europa.eu/',
} as const;

/** The documents that the Commission's files are, for the figures of any programme to cite. */
export function documentsOf(): ProgrammeFile['documents'] {
  return namesOf('document').flatMap(({ code, name, short }) =>
    OPEN_DATA.filter((format) => code.endsWith(format)).map((format) => ({
      id: code,
      title: name,
      short,
      publisher: { it: 'Commissione europea', en: 'European Commission' },
      page: 'row',
      import: format,
      url: URLS[format],
      licence: {
        it: 'CC BY 4.0 (regole della Commissione europea sul riuso)',
        en: 'CC BY 4.0 (European Commission reuse policy)',
      },
    })),
  );
}
