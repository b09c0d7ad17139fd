/** The Bot Framework of the bench in the SDK's own terms: where its keys are, and a token that needs no Entra ID. */
import { CardFactory, ConfigurationBotFrameworkAuthentication, MessageFactory } from 'botbuilder';
import { PasswordServiceClientCredentialFactory, TokenCredentials } from 'botframework-connector';
import { BOT_TOKEN, type PeerSettings } from './peer';

/** Gives the bot its token at once, as MSAL does from its memory once it has one. */
class TokenAtHand extends PasswordServiceClientCredentialFactory {
  override async createCredentials(): Promise<TokenCredentials> {
    return new TokenCredentials(BOT_TOKEN);
  }
}

export const credentialsOf = ({ appId }: PeerSettings) => new TokenAtHand(appId, 'unused');

/** All that the SDK wants to know once one of its addresses is another. */
export const addressesOf = ({ metadataUrl }: PeerSettings) => ({
  ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
  ToChannelFromBotOAuthScope: 'https://api.botframework.com',
  ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
  OAuthUrl: 'https://api.botframework.com',
  ToBotFromChannelOpenIdMetadataUrl: metadataUrl,
  ToBotFromEmulatorOpenIdMetadataUrl: metadataUrl,
  CallerId: '',
});

/** With the SDK's own checks of a token, against the keys of the bench. */
export function authenticationOf(given: PeerSettings): ConfigurationBotFrameworkAuthentication {
  return new ConfigurationBotFrameworkAuthentication(addressesOf(given), credentialsOf(given));
}

/** A message of one card. */
export const cardMessage = (card: Record<string, unknown>) => MessageFactory.attachment(CardFactory.adaptiveCard(card));

/** What a press is answered with. */
export const cardAnswer = (card: Record<string, unknown>) => ({
  statusCode: 200,
  type: 'application/vnd.microsoft.card.adaptive',
  value: card,
});
