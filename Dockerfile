# The image that production runs: Node, the bot in one file, its commands in another, and the data they read. Both stages
# have the same Node, user and path, because what V8 compiled ahead in the first is taken by no other.
# A tag may be given to other bytes tomorrow, so whoever releases says which bytes, by their digest: without NODE_DIGEST no
# image is built. docs/infrastructure.md has the command that finds it.
ARG NODE=node:24.21.0-trixie-slim
ARG NODE_DIGEST

FROM ${NODE}@${NODE_DIGEST} AS build
RUN mkdir /build && chown node:node /build /srv
USER node
WORKDIR /build
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts
COPY LICENSE NOTICE tsconfig.json ./
COPY tools tools
COPY adaptive-cards adaptive-cards
COPY bot bot
RUN npm run bundle -- /srv/bot

FROM ${NODE}@${NODE_DIGEST}
ENV NODE_ENV=production
WORKDIR /srv/bot
# Belongs to root, so that the bot cannot change itself; it writes nothing at all, so the file system may be read-only.
COPY --from=build --chown=root:root /srv/bot /srv/bot
USER node
EXPOSE 3978
# Container Apps asks by itself; this is for hosts that do not.
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.PORT || 3978) + '/healthz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "index.js"]
