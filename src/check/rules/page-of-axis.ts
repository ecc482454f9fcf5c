import { subjectsOf } from '../../model/dataset.ts';
import { found, type Rule } from '../files.ts';
import { rowsOf } from '../rows.ts';

/** A page that belongs to one axis holds no figure or remark of another. */
export const pageOfAxis: Rule = ({ programme, snapshots }) => {
  const { documents } = programme.content;
  const axisOf = new Map(
    subjectsOf(programme.content).map((subject) => {
      const record = subject.record as { readonly axis?: string };
      return [subject.id, subject.kind === 'axis' ? subject.id : record.axis];
    }),
  );
  const pageAxis = (document: string, page: number) =>
    documents.find(({ id }) => id === document)?.pages?.find((other) => other.page === page)?.axis;
  return snapshots.flatMap((file) => {
    const figures = rowsOf(file).flatMap((row) => [
      { ...row, where: row.path },
      ...(row.also ?? []).map(({ page }, at) => ({ ...row, page, where: [...row.path, 'also', at] })),
    ]);
    const remarks = file.content.remarks.map((remark, at) => ({ ...remark, where: ['remarks', at] }));
    return [...figures, ...remarks].flatMap(({ subject, document, page, where }) => {
      const [own, its] = [axisOf.get(subject), pageAxis(document, page)];
      if (own === undefined || its === undefined || its === null || own === its) return [];
      return [
        found(file, [...where, 'page'], {
          rule: 'page-of-axis',
          message: {
            it: `"${subject}" è di ${own}, ma la pagina ${page} di ${document} è di ${its}.`,
            en: `"${subject}" is of ${own}, but page ${page} of ${document} is of ${its}.`,
          },
          advice: { it: 'Correggere "subject" o "page".', en: 'Correct "subject" or "page".' },
        }),
      ];
    });
  });
};
