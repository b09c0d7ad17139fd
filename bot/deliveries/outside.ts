import type { CaseMirror, Colleagues, Introductions, Mailer } from '../ports';

/** The channels out of Teams, as far as they are switched on here, and what else only deliveries need. */
export interface Outside {
  /** Absent where no mail channel is configured; then mails wait. */
  readonly mailer?: Mailer;
  readonly mirror?: CaseMirror;
  readonly introductions?: Introductions;
  readonly colleagues?: Colleagues;
  /** The address that opens the assistant at a case, for mails. */
  readonly linkTo?: (caseNumber: string) => string;
}
