import { script } from '../script.ts';

export default script({
  text: {
    it: 'apre nel browser la bozza di una data accanto al suo documento, per confermarla',
    en: 'opens the draft of a date in the browser beside its document, to confirm it',
  },
  args: { it: '<DATA>', en: '<DATE>' },
  async run({ config, locale, args: [date = ''] }) {
    const { reviewInBrowser } = await import('../../start/review.ts');
    return reviewInBrowser(config, date, locale);
  },
});
