# Relative importance (LMG) of the regressions in ../importance-by-address.test.ts: R² of lm in every order of the predictors, one by one.
here <- if (length(f <- grep("^--file=", commandArgs(), value = TRUE))) dirname(sub("--file=", "", f)) else "."
source(file.path(here, "json.R"))
d <- read.csv(file.path(here, "../data/by-address.csv")); out <- list()
d$sex <- factor(d$sex); d$place <- factor(d$place)
perms <- function(x) if (length(x) < 2) list(x) else do.call(c, lapply(seq_along(x), function(i) lapply(perms(x[-i]), function(p) c(x[i], p))))
r2 <- function(y, x, k, w) { if (length(x) == 0) return(0); f <- lm(as.formula(paste(y, "~", paste(x, collapse = "+"))), k, weights = w); summary(f)$r.squared }
lmg <- function(job, y, x, weight = NULL) {
  k <- d[, c(y, x, weight)]; k <- k[complete.cases(k), ]; k$w <- if (is.null(weight)) 1 else k[[weight]]
  shares <- setNames(numeric(length(x)), x); orders <- perms(x)
  for (o in orders) for (i in seq_along(o)) shares[o[i]] <- shares[o[i]] + (r2(y, o[seq_len(i)], k, k$w) - r2(y, o[seq_len(i - 1)], k, k$w)) / length(orders)
  for (v in x) { out[[sprintf("%s.%s.importance(%s)", job, y, v)]] <<- shares[[v]]; out[[sprintf("%s.%s.importance.percent(%s)", job, y, v)]] <<- 100 * shares[[v]] / r2(y, x, k, k$w) }
}
lmg("im1", "hours", c("age", "mood", "sex", "place"))
lmg("im2", "mood", c("age", "hours"))
lmg("im3", "mood", c("age", "hours", "place"), weight = "u")
write_golden("importance-by-address", list(engine = "R (lm)", versions = versions(), tolerance = list(default = list(abs = 1e-9, rel = 1e-9)), values = out))
