import type { ConversationParameters } from 'botbuilder';
import { withCard } from '../fixtures/connector/tiny-bot';
import { asking, play, question, TENANT } from './play-tiny-bot';

describe('a person in a chat with a real CloudAdapter', () => {
  test('says something and sees the card; presses it and sees the answer in its place', async () => {
    const { connector, aino } = await play(asking);

    expect((await aino.says('Hei')).status).toBe(200);
    expect(aino.texts()).toEqual(['Hei', 'Lisätieto', 'ennallaan', 'Kyllä', 'Ei']);

    const answer = await aino.press('Kyllä', { note: 'lounas' });
    expect(answer).toMatchObject({ status: 200, statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' });
    expect(aino.texts()[0]).toBe('answer: {"yes":true,"note":"lounas"}');

    // The connector has it as it was sent, and so has the client after an emoji reaction.
    expect(connector.conversation(aino.conversationId).messages).toHaveLength(1);
    aino.reloads();
    expect(aino.texts()[0]).toBe('Hei');
    expect(connector.violations).toEqual([]);
  });

  test('takes along what the card has filled in, and cannot press what is not there', async () => {
    const { aino } = await play(asking);
    await aino.says('Hei');

    await aino.press('Ei');
    expect(aino.texts()[0]).toContain('"note":"ennallaan"');
    await expect(aino.press('Ehkä')).rejects.toThrow(/no action 'Ehkä' on the card; there are:\n {2}'Kyllä'/);
    await expect(aino.press('answer')).rejects.toThrow(/2 actions 'answer'/);
    await expect(aino.press('Ei', { nöte: 'x' })).rejects.toThrow("takes no input 'nöte' along; it takes: note");
  });

  test('presses an older card, a forged action, and with an older client', async () => {
    const { connector, aino, person } = await play(asking);
    await aino.says('ensin');
    const old = aino.seen();
    await aino.says('sitten');

    await aino.press('Kyllä', {}, old);
    expect(aino.seen().messageId).toBe(old.messageId);
    expect(aino.last().replyToId).toBe(old.messageId);
    aino.looksAt('newest');
    expect(aino.texts()[0]).toBe('sitten');

    await aino.presses({ type: 'Action.Execute', verb: 'steal', data: { case: '1' } });
    expect(aino.texts()[0]).toBe('steal: {"case":"1"}');

    // Somebody else, who has got hold of the message's id.
    const eino = person('Eino Esimerkki', 'aaaaaaaa-0000-4000-8000-000000000002');
    await eino.press('Kyllä', {}, old);
    expect(eino.last()).toMatchObject({ from: { id: eino.member.id }, conversation: { id: aino.conversationId } });

    aino.locale = 'sv-FI';
    await aino.submits(aino.action('Ei'), {}, old);
    expect(aino.texts()[0]).toBe('{"verb":"answer","yes":false,"note":"ennallaan"} sv-FI');
    expect(aino.last().text).toBeUndefined();
    expect(connector.violations).toEqual([]);
  });

  test('installs, mentions the bot in a channel and a group, and uninstalls', async () => {
    const seen: string[] = [];
    const { aino, bot, connector } = await play(async (context) => {
      const { type, action, membersAdded, conversation, text } = context.activity;
      seen.push([type, action, membersAdded?.[0]?.id, conversation.conversationType, text].filter(Boolean).join(' '));
      return asking(context);
    });

    expect((await aino.installs()).map(({ status }) => status)).toEqual([200, 200]);
    await aino.mentions('apua', { channel: 'Kansainväliset asiat' });
    await aino.press('Kyllä', {}, { activity: { id: 'f:same' } });
    await aino.mentions('apua');
    await aino.uninstalls();

    expect(seen).toEqual([
      'conversationUpdate 28:bot personal',
      'installationUpdate add personal',
      'message channel <at>Bot</at> apua',
      'invoke channel',
      'message groupChat <at>Bot</at> apua',
      'installationUpdate remove personal',
    ]);
    expect(bot.references[3]?.activityId).toBe('f:same');
    expect(connector.conversation('19:kansainv-liset-asiat@thread.tacv2').messages).toHaveLength(1);
  });

  test('can deliver the same activity again, with the same id or another', async () => {
    const ids: (string | undefined)[] = [];
    const { aino } = await play(async (context) => {
      ids.push(context.activity.id);
      return asking(context);
    });
    await aino.says('Hei');
    await aino.press('Kyllä');
    await aino.repeatLast();
    await aino.repeatLast({ newId: true });

    expect(ids[2]).toBe(ids[1]);
    expect(ids[3]).not.toBe(ids[1]);

    const twice = await Promise.all([aino.press('Kyllä'), aino.press('Kyllä')]);
    expect(twice.map(({ card }) => card?.type)).toEqual(['AdaptiveCard', 'AdaptiveCard']);
  });

  test('sees an update, a deletion, and what comes by itself', async () => {
    const { connector, bot, aino } = await play(async (context) => {
      if (context.activity.type === 'message') {
        const sent = await context.sendActivity(withCard(question('ensin')));
        await context.updateActivity({ ...withCard(question('päivitetty')), id: sent?.id ?? '' });
        const extra = await context.sendActivity('pois');
        await context.deleteActivity(extra?.id ?? '');
      }
      return undefined;
    });
    await aino.says('Hei');
    const chat = connector.conversation(aino.conversationId);
    expect(chat.messages).toMatchObject([{ updated: 1 }]);
    expect(aino.texts()[0]).toBe('päivitetty');

    const arrival = connector.waitFor(() => chat.messages.length === 2);
    const [reference = {}] = bot.references;
    void bot.adapter.continueConversationAsync('', reference, async (context) => {
      await context.sendActivity(withCard(question('muistutus')));
    });
    expect(await arrival).toMatchObject({ method: 'POST', accepted: true, answered: 201 });
    expect(aino.texts()[0]).toBe('muistutus');
    expect(connector.violations).toEqual([]);
  });

  test('gets a chat opened by the bot, the same one each time', async () => {
    const { connector, bot, aino } = await play(asking);
    const open = () =>
      bot.adapter.createConversationAsync(
        '',
        'msteams',
        connector.url,
        '',
        // botbuilder's type asks for an activity too, which Teams does not.
        {
          isGroup: false,
          bot: aino.bot,
          members: [{ id: aino.member.aadObjectId, name: '' }],
          tenantId: TENANT,
        } as ConversationParameters,
        async (context) => {
          await context.sendActivity('avattu');
        },
      );
    await open();
    await open();
    expect(connector.conversations).toHaveLength(1);
    expect(connector.conversation(aino.conversationId).messages).toMatchObject([
      { activity: { text: 'avattu' } },
      { activity: { text: 'avattu' } },
    ]);
  });
});
