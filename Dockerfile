# The program, built; without DATABASE_URL it runs its own PostgreSQL in /data.
FROM node:26-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
# As bin/ready.js does it: `npm ci` refuses a lock that was written where packages of other machines were missing.
RUN npm ci --no-audit --no-fund || npm install --no-save --no-audit --no-fund
COPY bin bin
COPY src src
RUN npm run build && npm prune --omit=dev --no-save --no-audit --no-fund

FROM node:26-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 DATA_DIR=/data
WORKDIR /app
RUN mkdir --mode=0700 /data && chown node:node /data
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY package.json ./
COPY migrations migrations
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["node", "--eval", "fetch(`http://127.0.0.1:${process.env.PORT || 3000}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Without npm in between, so that the signal to stop reaches the program. `docker run … backup /data/x.tar.gz` works, too.
ENTRYPOINT ["node", "--max-semi-space-size=16", "--max-old-space-size=512", "dist/cli.js"]
CMD ["start"]
