# Every number of the deprivations in ../deprivation-by-address.test.ts, by the addresses that an author writes. R 4.2.2 with survey.
here <- if (length(f <- grep("^--file=", commandArgs(), value = TRUE))) dirname(sub("--file=", "", f)) else "."
source(file.path(here, "json.R"))
suppressMessages(library(survey))
d <- read.csv(file.path(here, "../data/by-address.csv")); out <- list()
put <- function(name, value) out[[name]] <<- if (length(value) == 0 || is.na(value)) NULL else as.numeric(value)
d$old <- as.numeric(d$age > 55); d$gloomy <- as.numeric(d$mood < 4); d$busy <- as.numeric(d$hours > 30); d$lonely <- as.numeric(d$a < 3); d$lonely[!d$a %in% 1:5] <- NA
d$wt <- 1 + (seq_len(nrow(d)) %% 4) / 2; d$strat <- seq_len(nrow(d)) %% 3
levels_of <- c(north = 1, south = 2, west = 3)
mpi <- function(job, dims, k, by = NULL, where = rep(TRUE, nrow(d)), weighted = FALSE) {
  names_ <- unlist(dims); w <- unlist(lapply(dims, function(x) rep(1 / length(dims) / length(x), length(x)))); names(w) <- names_
  X <- as.matrix(d[, names_]); d$c <- as.vector(X %*% w); where <- where %in% TRUE; d$ok <- where & !is.na(d$c)
  d$poor <- as.numeric(d$c >= k - 1e-9); d$cens <- d$c * d$poor; d$member <- d$ok
  des <- if (weighted) svydesign(~1, strata = ~strat, weights = ~wt, data = d) else svydesign(~1, weights = rep(1, nrow(d)), data = d)
  at <- function(x) paste0(job, ".", x)
  df <- degf(subset(des, member)); t <- qt(.975, df)
  put(at("n"), sum(d$ok)); put(at("left_out"), nrow(d) - sum(where)); put(at("lost"), sum(where) - sum(d$ok))
  three <- function(arg, inside) {
    d$inside <- inside; one <- function(name, dom) { own <- ifelse(dom, d[[name]], 0); des2 <- des; des2$variables$dom <- dom; des2$variables$own <- own; m <- svymean(~own, subset(des2, dom)); c(coef(m), SE(m)) }
    for (q in list(list("h", "poor", inside), list("a", "c", inside & d$poor %in% 1), list("m0", "cens", inside))) {
      m <- one(q[[2]], q[[3]]); put(at(paste0(q[[1]], arg)), m[1]); put(at(paste0(q[[1]], ".se", arg)), m[2]); put(at(paste0(q[[1]], ".low", arg)), m[1] - t * m[2]); put(at(paste0(q[[1]], ".high", arg)), m[1] + t * m[2])
    }
  }
  three("", d$ok)
  W <- weights(des) * d$ok; share <- function(v) sum(W * ifelse(d$ok, v, 0)) / sum(W); M0 <- share(d$cens)
  put(at("mean"), share(d$c)); contribution <- c()
  for (v in names_) { put(at(sprintf("uncensored(%s)", v)), share(d[[v]])); put(at(sprintf("censored(%s)", v)), share(d[[v]] * d$poor)); put(at(sprintf("weight(%s)", v)), w[[v]]); contribution[v] <- 100 * w[[v]] * share(d[[v]] * d$poor) / M0; put(at(sprintf("contribution(%s)", v)), contribution[[v]]) }
  for (n in names(dims)) { put(at(sprintf("weight(%s)", n)), sum(w[dims[[n]]])); put(at(sprintf("contribution(%s)", n)), sum(contribution[dims[[n]]])) }
  if (!is.null(by)) for (l in names(levels_of)) {
    inside <- d$ok & d[[by]] %in% levels_of[[l]]; arg <- sprintf("(%s.%s)", by, l); three(arg, inside)
    put(at(paste0("n", arg)), sum(inside)); s <- sum(W * inside) / sum(W); put(at(paste0("group.share", arg)), s)
    put(at(paste0("group.contribution", arg)), 100 * s * sum(W * inside * ifelse(inside, d$cens, 0)) / sum(W * inside) / M0)
  }
}
mpi("d1", list(life = c("old", "lonely"), mind = "gloomy"), 1 / 3, by = "place")
mpi("d2", list(life = c("old", "lonely"), mind = "gloomy", work = "busy"), .5, where = d$age > 25)
mpi("d3", list(life = c("old", "lonely"), mind = c("gloomy", "busy")), 1 / 4, by = "place", where = d$age > 25, weighted = TRUE)
write.csv(d[, c("id", "wt", "strat")], file.path(here, "../data/deprivation-design.csv"), row.names = FALSE)
write_golden("deprivation-by-address", list(engine = "R with survey", versions = versions("survey"), tolerance = list(default = list(abs = 1e-9, rel = 1e-9)), values = out))
