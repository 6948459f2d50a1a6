# StudySpec in a container, built from these sources: docker build -t studyspec .
#   docker run --rm -v "$PWD:/study" studyspec run paper.study --out report
# UNTESTED: where this was written there is no daemon to build it with. What it runs is what test/heavy/publish.sh runs.
FROM node:22-slim AS build
WORKDIR /source
COPY . .
RUN npm run setup && node scripts/pack.mjs

FROM node:22-slim
COPY --from=build /source/out/packages/studyspec-[0-9]*.tgz /tmp/
RUN npm install --global --offline /tmp/studyspec-*.tgz && rm /tmp/studyspec-*.tgz
# The folder of the study is mounted here; files are written with the rights of who runs it (--user).
ENV STUDYSPEC_CACHE=off NO_COLOR=1
USER node
WORKDIR /study
ENTRYPOINT ["studyspec"]
CMD ["--help"]
