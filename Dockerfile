# The API alone: Neo4j runs in a container of its own, so this image holds neither Neo4j nor a JDK.
FROM node:20-slim

ENV NODE_ENV=production
WORKDIR /app

COPY package.json package-lock.json ./
RUN npm ci --omit=dev --no-audit --no-fund && npm cache clean --force

COPY . .

# The files belong to root, so the server cannot change its own program.
USER node

ENV HOST=0.0.0.0 PORT=4000
EXPOSE 4000

HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=6 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/ready`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]

ENTRYPOINT ["node", "bin/kazaid.mjs"]
CMD ["serve"]
