# docker build -t reportlint .
# docker run --rm -v "$PWD:/work:ro" reportlint .
FROM python:3.12-slim AS build
WORKDIR /src
COPY pyproject.toml README.md LICENSE ./
COPY linter ./linter
COPY rules ./rules
COPY grammar ./grammar
RUN pip wheel --no-cache-dir --no-deps --wheel-dir /wheels .

FROM python:3.12-slim
# --build-arg EXTRAS= leaves Word, PDF and the like out
ARG EXTRAS=documents,xlsx
# --build-arg LIBREOFFICE=1 adds the program that turns .doc and .wps into files that can be read; some 500 MB
ARG LIBREOFFICE=
# hadolint ignore=DL3008
RUN if [ -n "$LIBREOFFICE" ]; then \
        apt-get update && apt-get install --yes --no-install-recommends libreoffice-writer-nogui && rm -rf /var/lib/apt/lists/*; \
    fi
RUN --mount=type=bind,from=build,source=/wheels,target=/wheels \
    pip install --no-cache-dir "$(echo /wheels/*.whl)${EXTRAS:+[$EXTRAS]}"
RUN useradd --create-home --uid 1000 reportlint
USER 1000
ENV LANG=C.UTF-8
WORKDIR /work
ENTRYPOINT ["reportlint"]
CMD ["--help"]
