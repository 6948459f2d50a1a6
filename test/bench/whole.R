# What test/bench/whole.mjs compares with: the Anshun specification as an R program that is written for speed. Rscript whole.R FILE THREADS
# It does less than the specification: no Welch and Tukey tests, no diagnostics of the regressions, no audit of what was printed, no report.
given <- commandArgs(TRUE)
suppressPackageStartupMessages(library(data.table))
setDTthreads(as.integer(given[2]))
d <- fread(given[1], na.strings = "")
items <- c("eco_income_sat", "eco_cost", "eco_income_change", "soc_friends", "soc_activities", "soc_neighbours", "psy_enjoy", "psy_confident",
  "psy_happier", "cul_dialect", "cul_customs")
community <- c("com_amenity", "com_housing", "com_access", "com_security")
filled <- function(x) { x <- as.double(x); x[is.na(x)] <- mean(x, na.rm = TRUE); x }
alpha <- function(names) {
  x <- as.matrix(d[, ..names]); x <- x[complete.cases(x), , drop = FALSE]; s <- var(x)
  ncol(x) / (ncol(x) - 1) * (1 - sum(diag(s)) / sum(s))
}
alphas <- vapply(list(items[1:3], items[4:6], items[7:9], items[10:11], items, community), alpha, 0)
x <- sapply(items, function(name) filled(d[[name]]))
means <- colMeans(x); sds <- apply(x, 2, sd); correlations <- cor(x); n <- nrow(x)
inverse <- solve(correlations); partial <- -cov2cor(inverse); diag(partial) <- 0; off <- correlations; diag(off) <- 0
kmo <- sum(off^2) / (sum(off^2) + sum(partial^2))
bartlett <- -(n - 1 - (2 * 11 + 5) / 6) * determinant(correlations)$modulus
found <- eigen(correlations, symmetric = TRUE)
rotated <- unclass(varimax(found$vectors[, 1:4] %*% diag(sqrt(found$values[1:4])), normalize = TRUE, eps = 1e-10)$loadings)
rownames(rotated) <- items
# The components of the specification are found by what marks them, and point the way their mark does.
marks <- c("psy_enjoy", "eco_income_change", "soc_neighbours", "cul_customs")
order <- vapply(marks, function(mark) which.max(abs(rotated[mark, ])), 0L)
rotated <- rotated[, order]
rotated <- sweep(rotated, 2, sign(rotated[cbind(match(marks, items), 1:4)]), "*")
scores <- sweep(x, 2, means) %*% ((inverse %*% rotated) / sds)
rescaled <- function(y) (y - min(y)) / (max(y) - min(y)) * 100
outcomes <- cbind(rescaled(scores[, 1:3] %*% c(19.433, 18.026, 17.889)), apply(scores, 2, rescaled))
mode <- factor(fifelse(d$site == "A", "village", fifelse(d$site == "B", "township", "cities")))
for (k in 1:5) anova <- oneway.test(outcomes[, k] ~ mode, var.equal = TRUE)
by <- c("sex", "age", "nationality", "marriage", "household", "education", "income_change", "livelihood_change", "duration", "distance")
answers <- do.call(cbind, c(lapply(by, function(name) {
  # A missing answer gets the levels' shares, which are their means.
  codes <- sort(unique(d[[name]]))
  sapply(codes[-1], function(code) as.double(d[[name]] == code))
}), lapply(c("pol_training", community), function(name) as.double(d[[name]]))))
fit <- function(rows) {
  m <- cbind(1, apply(answers[rows, ], 2, filled))
  y <- outcomes[rows, ]
  f <- lm.fit(m, y)
  rss <- colSums(f$residuals^2)
  se <- sqrt(outer(diag(chol2inv(qr.R(f$qr))), rss / (length(rows) - ncol(m))))
  list(b = f$coefficients, se = se, p = 2 * pt(-abs(f$coefficients / se), length(rows) - ncol(m)),
    r2 = 1 - rss / colSums(sweep(y, 2, colMeans(y))^2))
}
full <- fit(seq_len(n))
towns <- fit(which(mode == "cities"))
cat(sprintf("alphas %s kmo %.6f bartlett %.1f towns %.6f R2 %.6f\n", paste(round(alphas, 4), collapse = " "), kmo, bartlett, towns$r2[1], full$r2[1]))
