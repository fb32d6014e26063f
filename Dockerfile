# Node and its system libraries are pinned: a rebuild gives what was tested. The version's own tag, not `24`.
FROM node:24.21.0-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY tsconfig.json tsconfig.build.json ./
COPY src ./src
COPY scripts/build-web.ts ./scripts/
# What was built runs without tsx, which only a clone needs.
RUN npm run build && npm uninstall --omit=dev tsx

FROM node:24.21.0-bookworm-slim
# SQLite sorts what is large in files: in the volume there is room for them, in /tmp there may be none.
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DUIJIE_DATA=/data SQLITE_TMPDIR=/data
WORKDIR /app
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY package.json LICENSE NOTICE ./
COPY bin ./bin
# All but seeds/corpus, which is for training only: .dockerignore keeps it out.
COPY seeds ./seeds
RUN mkdir /data && chown 1000:1000 /data
VOLUME /data
# The user `node` of the image; as a number, which Kubernetes can tell from root.
USER 1000:1000
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# As process 1 directly, so that SIGTERM reaches it and requests under way finish.
CMD ["node", "bin/duijie.js", "serve"]
