/** The gallery's cards that the guides for people show (`docs/guides`). */
export const GUIDE_PICTURES: readonly string[] = [
  'question-yes-no',
  'checklist-criteria',
  'outcome-receive',
  'receipt-plain',
  'case-plain',
  'act-ask',
  'reminder-was-it-held',
  'before-you-begin-units',
  'directory',
  'directory-member',
  'undelivered',
];
