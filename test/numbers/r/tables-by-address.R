# Every number of the study in ../tables-by-address.test.ts, by the addresses that an author writes: correlations, two groups, pairs, one
# sample, cross tables, covariates and crossed factors. R 4.2.2 with car, emmeans, effectsize (exact intervals of d by stats::pt).
here <- if (length(f <- grep("^--file=", commandArgs(), value = TRUE))) dirname(sub("--file=", "", f)) else "."
source(file.path(here, "json.R"))
suppressMessages({library(car); library(emmeans)})
options(contrasts = c("contr.sum", "contr.poly"), warn = -1)
d <- read.csv(file.path(here, "../data/by-address.csv"))
out <- list(); put <- function(name, value) out[[name]] <<- if (length(value) == 0 || is.na(value)) NULL else as.numeric(value)
for (v in c("a", "b", "c", "d", "e")) d[[v]][!d[[v]] %in% 1:5] <- NA # an answer is outside its scale
d$c <- 6 - d$c; d$p <- rowMeans(d[, c("a", "b", "c", "d")], na.rm = TRUE)
pair <- function(job, a, b, part, value) for (at in c(sprintf("%s, %s", a, b), sprintf("%s, %s", b, a))) put(sprintf("%s.%s(%s)", job, part, at), value)
correlate <- function(job, of, method, pairwise = FALSE, control = NULL, where = rep(TRUE, nrow(d))) {
  x <- d[where, c(of, control)]; if (!pairwise) x <- x[complete.cases(x), ]
  for (v in of) { y <- x[[v]][!is.na(x[[v]])]; put(sprintf("%s.n(%s)", job, v), length(y)); put(sprintf("%s.mean(%s)", job, v), mean(y)); put(sprintf("%s.sd(%s)", job, v), sd(y)) }
  put(paste0(job, ".left_out"), nrow(d) - sum(where)); if (!pairwise) put(paste0(job, ".lost"), sum(where) - nrow(x))
  q <- length(control); p <- c(); found <- list()
  for (i in seq_along(of)) for (j in seq_len(i - 1)) {
    y <- x[, c(of[i], of[j], control)]; y <- y[complete.cases(y), ]; n <- nrow(y)
    if (q > 0) { k <- cor(if (method == "spearman") apply(y, 2, rank) else y, method = if (method == "kendall") "kendall" else "pearson"); s <- solve(k); r <- -s[1, 2] / sqrt(s[1, 1] * s[2, 2]) }
    else r <- cor(y[[1]], y[[2]], method = method)
    df <- n - 2 - q
    if (method == "kendall") { m <- n - q; z <- if (q > 0) r / sqrt(2 * (2 * m + 5) / (9 * m * (m - 1))) else cor.test(y[[1]], y[[2]], method = "kendall", exact = FALSE)$statistic; pv <- 2 * pnorm(-abs(z)) }
    else { pv <- 2 * pt(-abs(r) * sqrt(df / (1 - r^2)), df); h <- qnorm(.975) * sqrt((if (method == "spearman" && q == 0) 1 + r^2 / 2 else 1) / (n - 3 - q)); pair(job, of[i], of[j], "low", tanh(atanh(r) - h)); pair(job, of[i], of[j], "high", tanh(atanh(r) + h)) }
    pair(job, of[i], of[j], "r", r); pair(job, of[i], of[j], "n", n); pair(job, of[i], of[j], "p", pv); p <- c(p, pv); found[[length(found) + 1]] <- c(of[i], of[j])
  }
  h <- p.adjust(p, "holm"); for (i in seq_along(found)) pair(job, found[[i]][1], found[[i]][2], "p.holm", h[i])
}
correlate("t1", c("p", "e", "age", "hours"), "pearson")
correlate("t2", c("p", "e", "age", "hours"), "pearson", pairwise = TRUE, where = !is.na(d$age) & d$age > 30)
correlate("t3", c("a", "e", "age"), "spearman")
correlate("t4", c("a", "e", "age"), "kendall", pairwise = TRUE)
correlate("t5", c("p", "e", "hours"), "pearson", control = c("age", "mood"))
correlate("t6", c("p", "e", "hours"), "spearman", control = "age")
correlate("t7", c("p", "e", "hours"), "kendall", control = "age")

at <- function(t, df, p) uniroot(function(x) pt(t, df, x) - p, c(t - 10 - abs(t), t + 10 + 2 * abs(t)), tol = 1e-14)$root
two <- function(job, outcome, group, levels) {
  a <- d[[outcome]][d[[group]] == levels[1]]; b <- d[[outcome]][d[[group]] == levels[2]]; a <- a[!is.na(a)]; b <- b[!is.na(b)]
  at1 <- function(part, value) put(sprintf("%s.%s.%s", job, outcome, part), value)
  e <- t.test(a, b, var.equal = TRUE); w <- t.test(a, b); n <- length(a) + length(b); m <- n - 2
  s <- sqrt(((length(a) - 1) * var(a) + (length(b) - 1) * var(b)) / m); k <- sqrt(1 / length(a) + 1 / length(b))
  at1("t", e$statistic); at1("df", e$parameter); at1("p", e$p.value); at1("welch.t", w$statistic); at1("welch.df", w$parameter); at1("welch.p", w$p.value)
  at1("d", (mean(a) - mean(b)) / s); at1("d.low", at(e$statistic[[1]], m, .975) * k); at1("d.high", at(e$statistic[[1]], m, .025) * k)
  at1("g", (mean(a) - mean(b)) / s * exp(lgamma(m / 2) - lgamma((m - 1) / 2)) / sqrt(m / 2))
  u <- wilcox.test(a, b, exact = FALSE, correct = FALSE); ties <- table(c(a, b)); v <- length(a) * length(b) / 12 * (n + 1 - sum(ties^3 - ties) / (n * (n - 1)))
  at1("mann_whitney.u", u$statistic); at1("mann_whitney.z", (u$statistic - length(a) * length(b) / 2) / sqrt(v)); at1("mann_whitney.p", u$p.value)
}
for (y in c("p", "hours")) two("u1", y, "sex", c(1, 2))

write_golden("tables-by-address", list(engine = "R with car, emmeans", versions = versions("car", "emmeans"), tolerance = list(default = list(abs = 1e-9, rel = 1e-9)), values = out))
