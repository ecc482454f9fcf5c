# The update bot (renovate.json) adds the digest to this tag on its first run, and renews both within the line 24.
FROM node:24.21.0-trixie-slim AS node

FROM node AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build

FROM node AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts

FROM node
ARG VERSION=0.1.0
ARG REVISION=""
LABEL org.opencontainers.image.title="por-fse-bot" \
      org.opencontainers.image.description="Answers questions on POR FSE 2014-2020 of Regione Lombardia from a validated dataset" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}" \
      org.opencontainers.image.licenses="MIT"
# npm then writes nothing beside what it runs.
# A small nursery: without it the process holds some 30 MB more under load, and is no faster.
ENV NODE_OPTIONS="--max-semi-space-size=4"
ENV NODE_ENV=production NPM_CONFIG_LOGS_MAX=0 NPM_CONFIG_UPDATE_NOTIFIER=false
WORKDIR /app
# With run.mjs and build.mjs the scripts for maintainers run here as well: docker exec CONTAINER npm run -s missed. Where no compiler is, nothing is built.
COPY package.json run.mjs build.mjs LICENSE THIRD-PARTY.txt ./
COPY --from=dependencies /app/node_modules node_modules
COPY --from=build /app/dist dist
# Without the documents' texts, which are their publishers': the bot says at the start that nothing is compared with them. To have it compared, mount the folder of the texts at /app/data/sources, or name it in SOURCE_DIR.
# A new volume that is mounted here begins with these files, which the bot may then change.
COPY --chown=1000:1000 data data
# The user `node`, by number: Kubernetes cannot tell from a name that it is not root. The bot writes in DATA_DIR alone.
USER 1000:1000
# /livez, /readyz and /metrics for whatever watches the container; the port need not be published for the check below, which asks whichever of the two programs runs.
ENV HEALTH_HOST=0.0.0.0 HEALTH_PORT=8788
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s CMD ["node", "dist/src/bin/healthy.js"]
# The bot calls Discord and opens no port; for signed HTTP run dist/src/bin/serve.js with HOST=0.0.0.0 and a port published. Without DISCORD_TOKEN the local chat starts instead: it listens on
# the container's own loopback, out of reach from outside, and refuses any other HOST.
CMD ["node", "dist/src/bin/start.js"]
