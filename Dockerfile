FROM node:20-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build

FROM node:20-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts

FROM node:20-slim
ENV NODE_ENV=production
WORKDIR /app
COPY package.json ./
COPY --from=dependencies /app/node_modules node_modules
COPY --from=build /app/dist dist
# Without the documents' texts, which are their publishers': the bot says at the start that nothing is compared with them. To have it compared, mount the folder of the texts at /app/data/sources, or name it in SOURCE_DIR.
COPY data data
USER node
# The bot calls Discord and opens no port; for signed HTTP run dist/src/bin/serve.js with HOST=0.0.0.0 and a port published. Without DISCORD_TOKEN the local chat starts instead: it listens on
# the container's own loopback, out of reach from outside, and refuses any other HOST.
CMD ["node", "dist/src/bin/start.js"]
