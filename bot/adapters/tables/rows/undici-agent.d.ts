/** The package's own types for a part of it that is loaded without the rest. */
declare module 'undici/lib/dispatcher/agent' {
  import { Agent } from 'undici';

  export = Agent;
}
