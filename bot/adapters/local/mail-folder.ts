import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { Delivery } from '../../domain/outbox/attempts';
import type { Mail, Mailer } from '../../ports';

/**
 * A mailer that sends nothing: each mail becomes an `.eml` file in `folder`, which any mail program opens. The name of
 * the file is the mail's key, so the same mail written twice is one file.
 */
export function createMailFolder(folder: string, from: { readonly name: string; readonly address: string }): Mailer {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  return {
    async send({ key, to, subject, text, html }: Mail): Promise<Delivery> {
      const { message } = await transport.sendMail({
        from,
        to,
        subject,
        text,
        html,
        messageId: `<${key}@local>`,
        disableFileAccess: true,
        disableUrlAccess: true,
      });
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, `${key.replace(/[^\w.-]/g, '_')}.eml`), message as Buffer);
      return { result: 'sent' };
    },
  };
}
