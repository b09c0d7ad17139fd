import { AuthenticationConstants, ClaimsIdentity, type ServiceClientCredentialsFactory } from 'botframework-connector';
import type { ConnectorUrls } from '../sending/connector-urls';
import { SendOnceAuthentication } from '../sending/send-once';
import type { Door } from './door';

type Authenticate = SendOnceAuthentication['authenticateRequest'];

/** The SDK's other ways in: streaming, and channels that call a bot as a skill. Neither is used, nor guarded by the door. */
class ClosedWay extends Error {
  override readonly name = 'ClosedWay';
}

/** Of the SDK's ways in only this one is left, and the door stands in it. */
export class TeamsAuthentication extends SendOnceAuthentication {
  constructor(
    private readonly door: Door,
    connectorUrls: ConnectorUrls,
    credentials: ServiceClientCredentialsFactory,
  ) {
    super(connectorUrls, {}, credentials);
  }

  override async authenticateRequest(...[activity, authorization]: Parameters<Authenticate>): ReturnType<Authenticate> {
    const claims = await this.door(activity, authorization);
    const claimsIdentity = new ClaimsIdentity(
      Object.entries(claims).map(([type, value]) => ({ type, value: String(value) })),
      true,
    );
    return {
      audience: AuthenticationConstants.ToChannelFromBotOAuthScope,
      claimsIdentity,
      connectorFactory: this.createConnectorFactory(claimsIdentity),
    };
  }

  override async authenticateStreamingRequest(): Promise<never> {
    throw new ClosedWay();
  }

  override async authenticateChannelRequest(): Promise<never> {
    throw new ClosedWay();
  }
}
