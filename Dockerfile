# One image, three roles: LUMIKU_ROLE=all (default), web or worker. Not root, no shell needed to run it.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY . .
# Bun at the version of package.json, every package, the web app.
RUN node tools/launch.mjs build
RUN cp .toolchain/bun-*/node_modules/bun/bin/bun.exe /usr/local/bin/bun
# Only what the server runs on.
RUN rm -rf node_modules */node_modules packages/*/node_modules .toolchain \
 && bun install --frozen-lockfile --production --filter '@lumiku/server'
# The built-in PostgreSQL links its libraries at the first start, which the user of the image may not.
RUN bun -e "(await import('./server/src/db/postgres-binaries.ts')).locatePostgresBinaries()"
RUN rm -rf bench docs e2e tools web/src web/public

FROM debian:bookworm-slim
# MP4 clips need ffmpeg; without it clips are animated WebP. --build-arg WITH_FFMPEG=yes adds it.
ARG WITH_FFMPEG=no
RUN if [ "$WITH_FFMPEG" = yes ]; then \
      apt-get update \
      && apt-get install -y --no-install-recommends ffmpeg \
      && rm -rf /var/lib/apt/lists/*; \
    fi
RUN useradd --uid 10001 --create-home --home-dir /data lumiku
COPY --from=build /usr/local/bin/bun /usr/local/bin/bun
COPY --from=build /app /app
WORKDIR /app
USER 10001
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 LUMIKU_DATA_DIR=/data LUMIKU_LOG_FORMAT=json
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=4 \
  CMD ["bun", "-e", "process.exit((await fetch('http://127.0.0.1:' + process.env.PORT + '/health')).ok ? 0 : 1)"]
ENTRYPOINT ["bun", "server/src/main.ts"]
CMD ["start"]
