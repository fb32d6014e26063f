# docker build -t duijie . && docker run -p 127.0.0.1:3000:3000 -v duijie-data:/data duijie
FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY tsconfig.json tsconfig.build.json ./
COPY src ./src
RUN npm run build

FROM node:20-bookworm-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev

FROM node:20-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DUIJIE_DATA=/data
WORKDIR /app
COPY --from=dependencies /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY package.json LICENSE NOTICE ./
COPY bin ./bin
# Not seeds/corpus: it is for training only.
COPY seeds/regions ./seeds/regions
COPY seeds/taxonomy ./seeds/taxonomy
COPY seeds/model ./seeds/model
COPY seeds/demo ./seeds/demo
RUN mkdir /data && chown node:node /data
VOLUME /data
USER node
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# As process 1 directly, so that SIGTERM reaches it and requests under way finish.
CMD ["node", "bin/duijie.js", "serve"]
