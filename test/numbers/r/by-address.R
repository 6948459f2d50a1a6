# Rscript test/numbers/r/by-address.R: every number of the study in test/numbers/by-address.test.ts, at its address, by R and its packages, on made-up
# answers that the script makes itself: data/by-address.csv and golden/by-address.json. Nothing in here is taken from the project's own code.
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)))
source(file.path(here, "json.R"))
suppressPackageStartupMessages({ library(psych); library(GPArotation); library(sandwich); library(lmtest); library(car) })

# ——— Answers: two factors, missing values, an answer outside its scale, a column in tenths ———
RNGkind("Mersenne-Twister", "Inversion", "Rejection"); set.seed(20240914)
n <- 210
site <- sample(1:14, n, TRUE)
shared <- rnorm(14, 0, .4)[site]
f1 <- rnorm(n) + shared; f2 <- .4 * f1 + rnorm(n, 0, .9)
likert <- function(f, loading) pmin(5, pmax(1, round(3.1 + 1.1 * (loading * f + sqrt(1 - loading^2) * rnorm(n)))))
answers <- data.frame(a = likert(f1, .8), b = likert(f1, .7), c = 6 - likert(f1, .65), d = likert(f1, .6), e = likert(f2, .8), f = likert(f2, .7), g = likert(f2, .6), h = likert(.5 * f1 + .5 * f2, .5), u = likert(rnorm(n), 0), v = likert(rnorm(n), 0), w = likert(rnorm(n), 0))
sex <- sample(1:2, n, TRUE); place <- sample(1:3, n, TRUE, c(.5, .3, .2))
mood <- pmin(7, pmax(1, round(4 + f1 + .8 * rnorm(n)))); age <- round(pmin(80, pmax(17, rnorm(n, 45, 14))))
hours <- round(20 + 3 * f1 + 2 * (sex == 2) + 4 * (place == 3) + rnorm(n, 0, 6), 1)
raw <- data.frame(id = sprintf("r%03d", 1:n), answers, mood, sex, place, site = paste0("s", site), age, hours)
for (name in c(letters[1:8], "u", "v", "w", "mood", "sex", "place", "age", "hours")) raw[[name]][sample(n, 4)] <- NA
raw$a[7] <- 9; raw$b[9] <- 8
raw$g[11] <- 3.5
write.csv(raw, file.path(here, "..", "data", "by-address.csv"), row.names = FALSE, na = "", quote = FALSE)

# ——— Coding, as the study declares it ———
d <- raw
d$a[d$a %in% 9] <- NA; d$b[d$b %in% 8] <- NA
d$c <- 6 - d$c
sexes <- c("male", "female"); places <- c("north", "south", "west")
d$sex <- factor(d$sex, 1:2, sexes); d$place <- factor(d$place, 1:3, places)
p <- c("a", "b", "c", "d"); q <- c("e", "f", "g", "h"); items <- c(p, q)

out <- list()
put <- function(address, value) { if (length(value) != 1) stop(address); out[[address]] <<- if (is.na(value)) NA else as.numeric(value) }
put("sample", n); put("sample.unusable", 2); put("sample.kept", 1)
levels_of <- list(sex = sexes, place = places)

interval <- function(x) { m <- length(x); s <- if (m > 1) sd(x) / sqrt(m) else NA; t <- if (m > 1) qt(.975, m - 1) else NA; c(n = m, mean = mean(x), sd = if (m > 1) sd(x) else NA, se = s, low = mean(x) - t * s, high = mean(x) + t * s, min = min(x), max = max(x)) }
by_level <- function(name, x, parts = c("n", "mean", "sd", "se", "low", "high")) {
  whole <- interval(x[!is.na(x)])
  for (part in parts) put(sprintf("%s.%s(all)", name, part), whole[[part]])
  for (category in names(levels_of)) for (level in levels_of[[category]]) {
    own <- interval(x[!is.na(x) & d[[category]] %in% level])
    for (part in parts) put(sprintf("%s.%s(%s.%s)", name, part, category, level), own[[part]])
  }
}

# ——— Descriptions ———
for (name in c(items, "u", "v", "w", "mood", "age", "hours")) {
  x <- d[[name]]; y <- x[!is.na(x)]
  s <- psych::describe(y, type = 2)
  put(paste0(name, ".n"), length(y)); put(paste0(name, ".missing"), sum(is.na(x)))
  for (part in c("mean", "sd", "se", "min", "max")) put(paste0(name, ".", part), s[[part]])
  put(paste0(name, ".skewness"), e1071::skewness(y, type = 2)); put(paste0(name, ".kurtosis"), e1071::kurtosis(y, type = 2)); put(paste0(name, ".median"), quantile(y, .5, type = 6))
  by_level(name, x)
}
points <- function(name, low, high) {
  t <- table(factor(d[[name]], low:high)); share <- 100 * prop.table(t)
  put(paste0(name, ".points.n"), sum(t))
  for (k in low:high) { put(sprintf("%s.count(%d)", name, k), t[[as.character(k)]]); put(sprintf("%s.percent(%d)", name, k), share[[as.character(k)]]) }
  put(paste0(name, ".percent.below"), sum(share[as.numeric(names(t)) < (low + high) / 2])); put(paste0(name, ".percent.above"), sum(share[as.numeric(names(t)) > (low + high) / 2]))
}
for (name in c(items, "u", "v", "w")) points(name, 1, 5)
points("mood", 1, 7)
# Classes of round width, about as many as Sturges has it, the lowest beginning at a multiple of the width.
for (name in c("age", "hours")) {
  y <- na.omit(d[[name]])
  wanted <- diff(range(y)) / nclass.Sturges(y)
  steps <- as.vector(outer(c(1, 2, 5), 10^(-3:3))); width <- min(steps[steps >= wanted - 1e-12])
  edges <- seq(floor(min(y) / width) * width, by = width, length.out = 200); edges <- edges[seq_len(which(edges >= max(y))[1])]
  counts <- hist(y, edges, right = FALSE, plot = FALSE)$counts
  for (k in seq_along(counts)) {
    put(sprintf("%s.histogram.count(%d)", name, k), counts[k]); put(sprintf("%s.histogram.percent(%d)", name, k), 100 * counts[k] / length(y))
    put(sprintf("%s.histogram.low(%d)", name, k), edges[k]); put(sprintf("%s.histogram.high(%d)", name, k), edges[k + 1])
  }
}
for (category in names(levels_of)) {
  x <- d[[category]]; t <- table(x)
  put(paste0(category, ".n"), sum(t)); put(paste0(category, ".missing"), sum(is.na(x)))
  for (level in levels_of[[category]]) { put(sprintf("%s.%s.count", category, level), t[[level]]); put(sprintf("%s.%s.percent", category, level), 100 * t[[level]] / sum(t)) }
}

# ——— Internal consistency ———
omega_total <- function(r) {
  # One maximum-likelihood factor of the correlations, to more digits than the optimizer promises: it warns, and has them.
  model <- paste("factor1 =~", paste(colnames(r), collapse = " + "))
  found <- suppressWarnings(lavaan::cfa(model, sample.cov = r, sample.nobs = 200, std.lv = TRUE, likelihood = "wishart", control = list(rel.tol = 1e-14, eval.max = 1e5, iter.max = 1e5)))
  l <- unname(lavaan::coef(found)[seq_len(ncol(r))]); sum(l)^2 / (sum(l)^2 + sum(1 - l^2))
}
consistency <- function(name, x, members = colnames(x)) {
  x <- x[complete.cases(x), , drop = FALSE]; k <- ncol(x); m <- nrow(x)
  a <- suppressWarnings(psych::alpha(x, check.keys = FALSE, warnings = FALSE)); alpha <- a$total$raw_alpha
  put(paste0(name, ".items"), k); put(paste0(name, ".alpha"), alpha); put(paste0(name, ".alpha.n"), m)
  put(paste0(name, ".alpha.low"), 1 - (1 - alpha) * qf(.975, m - 1, (m - 1) * (k - 1))); put(paste0(name, ".alpha.high"), 1 - (1 - alpha) * qf(.025, m - 1, (m - 1) * (k - 1)))
  put(paste0(name, ".alpha.standardized"), a$total$std.alpha); put(paste0(name, ".mean_r"), a$total$average_r)
  put(paste0(name, ".omega"), if (k > 2) omega_total(cor(x)) else NA)
  each <- data.frame(item_total = a$item.stats$r.drop, smc = psych::smc(cor(x)), alpha_if_deleted = if (k > 2) a$alpha.drop$raw_alpha else NA)
  for (i in seq_len(k)) for (part in names(each)) put(sprintf("%s.%s(%s)", name, part, members[i]), each[i, part])
  invisible(each)
}
group <- function(name, members, own = TRUE) {
  x <- d[members]; score <- rowMeans(x, na.rm = TRUE); score[is.nan(score)] <- NA
  put(paste0(name, ".n"), sum(!is.na(score))); put(paste0(name, ".mean"), mean(colMeans(x, na.rm = TRUE))); put(paste0(name, ".sd"), sd(score, na.rm = TRUE))
  by_level(name, score)
  each <- consistency(name, x)
  if (own) for (i in seq_along(members)) for (part in names(each)) put(sprintf("%s.%s", members[i], part), each[i, part])
  score
}
dp <- group("p", p); dq <- group("q", q); invisible(group("mix", c("a", "e", "g"), FALSE))

# ——— Indices ———
turn <- function(l, how) {
  if (how == "none" || ncol(l) < 2) return(l)
  if (how == "quartimax") return(unclass(GPForth(l / sqrt(rowSums(l^2)), method = "quartimax", eps = 1e-10, maxit = 100000)$loadings) * sqrt(rowSums(l^2)))
  if (how == "equamax") return(unclass(GPForth(l / sqrt(rowSums(l^2)), method = "cf", methodArgs = list(kappa = ncol(l) / (2 * nrow(l))), eps = 1e-10, maxit = 100000)$loadings) * sqrt(rowSums(l^2)))
  for (i in 1:200) { v <- varimax(l, normalize = how == "varimax", eps = 1e-16); l <- unclass(v$loadings); if (max(abs(abs(v$rotmat) - diag(ncol(l)))) < 1e-12) break }
  l
}
substituted <- function(x) { for (i in seq_along(x)) x[[i]][is.na(x[[i]])] <- mean(x[[i]], na.rm = TRUE); x }
random_roots <- function(m, k, draws = 2000) { set.seed(1); replicate(draws, eigen(cor(matrix(rnorm(m * k), m)), TRUE, TRUE)$values) }

index <- function(name, members, missing, keep, how, components, compose, weigh, rescale) {
  x <- d[members]; k <- length(members)
  used <- if (missing == "mean") substituted(x) else x[complete.cases(x), ]
  r <- if (missing == "pairwise") cor(x, use = "pairwise") else cor(used)
  pairs <- crossprod(!is.na(x))
  m <- if (missing == "pairwise") min(pairs) else nrow(used)
  put(paste0(name, ".filled"), if (missing == "mean") sum(is.na(x)) else 0)
  o <- KMO(r); b <- cortest.bartlett(r, n = m)
  put(paste0(name, ".kmo"), o$MSA); for (i in 1:k) put(sprintf("%s.msa(%s)", name, members[i]), o$MSAi[[i]])
  put(paste0(name, ".bartlett.chi2"), b$chisq); put(paste0(name, ".bartlett.df"), b$df); put(paste0(name, ".bartlett.p"), b$p.value); put(paste0(name, ".determinant"), det(r))
  e <- eigen(r, TRUE); roots <- e$values; random <- random_roots(m, k)
  for (i in 1:k) {
    put(sprintf("%s.eigenvalue(%d)", name, i), roots[i]); put(sprintf("%s.eigenvalue.percent(%d)", name, i), 100 * roots[i] / k); put(sprintf("%s.eigenvalue.cumulative(%d)", name, i), 100 * sum(roots[1:i]) / k)
    put(sprintf("%s.parallel(%d)", name, i), quantile(random[i, ], .95)); put(sprintf("%s.parallel.mean(%d)", name, i), mean(random[i, ]))
  }
  kept <- keep(roots)
  put(paste0(name, ".kept"), kept); put(paste0(name, ".kept.kaiser"), sum(roots > 1)); put(paste0(name, ".kept.parallel"), which(c(roots <= apply(random, 1, quantile, .95), TRUE))[1] - 1)
  put(paste0(name, ".kept.map"), which.min(c(mean(r[lower.tri(r)]^2), suppressWarnings(psych::vss(r, n = k - 1, n.obs = m, plot = FALSE, rotate = "none", fm = "pc")$map))) - 1)
  l <- turn(e$vectors[, 1:kept, drop = FALSE] %*% diag(sqrt(roots[1:kept]), kept), how)
  l <- l[, order(-colSums(l^2)), drop = FALSE]; dimnames(l) <- list(members, NULL)
  at <- vapply(components, function(marker) which.max(abs(l[marker, ])), 1)
  signs <- ifelse(colSums(l) < 0, -1, 1); for (j in seq_along(at)) signs[at[j]] <- sign(l[components[j], at[j]])
  l <- sweep(l, 2, signs, "*"); explained <- 100 * colSums(l^2) / k
  for (i in 1:k) put(sprintf("%s.communality(%s)", name, members[i]), sum(l[i, ]^2))
  named <- c(as.list(at), as.list(1:kept)); names(named) <- c(names(components), 1:kept)
  for (one in seq_along(named)) {
    put(sprintf("%s.explained(%s)", name, names(named)[one]), explained[named[[one]]])
    for (i in 1:k) put(sprintf("%s.loading(%s, %s)", name, members[i], names(named)[one]), l[i, named[[one]]])
  }
  put(paste0(name, ".explained.total"), sum(explained))
  consistency(name, if (missing == "mean") used else x)
  # Scores exist for complete rows, or after substitution for all; they are standardised over the rows that have one.
  z <- scale(used) %*% l %*% solve(crossprod(l))
  rows <- if (missing == "mean") rep(TRUE, n) else complete.cases(x)
  composed <- if (length(components)) at[compose] else 1:kept
  w <- weigh(explained[composed]); w <- w / sum(w)
  for (j in seq_along(components)) put(sprintf("%s.weight(%s)", name, names(components)[j]), if (names(components)[j] %in% compose) w[match(names(components)[j], compose)] else NA)
  stretch <- function(y, low, high) low + (high - low) * (y - min(y)) / (max(y) - min(y))
  t_scores <- function(y) 50 + 10 * (y - mean(y)) / sd(y)
  each <- switch(rescale[[1]], none = identity, t = t_scores, function(y) stretch(y, rescale[[2]], rescale[[3]]))
  own <- apply(z, 2, each)
  total <- switch(rescale[[1]], components = own[, composed, drop = FALSE] %*% w, each(z[, composed, drop = FALSE] %*% w))
  whole <- rep(NA_real_, n); whole[rows] <- total
  put(paste0(name, ".n.correlations"), m); put(paste0(name, ".n.pairwise"), if (missing == "pairwise") m else NA)
  put_scores(name, whole)
  scores <- list(whole); names(scores) <- name
  for (j in seq_along(components)) { s <- rep(NA_real_, n); s[rows] <- own[, at[j]]; put_scores(names(components)[j], s); scores[[names(components)[j]]] <- s }
  scores
}
put_scores <- function(name, x) {
  s <- interval(x[!is.na(x)])
  for (part in c("n", "mean", "sd", "se", "low", "high", "min", "max")) put(paste0(name, ".", part), s[[part]])
  by_level(name, x, c("n", "mean", "sd", "se", "low", "high", "min", "max"))
}
scores <- c(
  index("li", items, "listwise", function(roots) 2, "varimax", c(lx = "a", ly = "e"), c("lx", "ly"), identity, list("range", 0, 100)),
  index("me", items, "mean", function(roots) 3, "raw", c(mx = "a", my = "e"), c("mx", "my"), function(shares) c(3, 1), list("none")),
  index("pa", items, "pairwise", function(roots) sum(roots > 1), "none", c(px = "b"), "px", function(shares) 1, list("t")),
  index("qu", c("a", "b", "e", "f"), "listwise", function(roots) which(cumsum(roots) / 4 >= .6)[1], "quartimax", character(), character(), function(shares) rep(1, length(shares)), list("components", 0, 10)),
  index("eq", items, "listwise", function(roots) 3, "equamax", character(), character(), identity, list("range", 0, 1)),
  index("no", c("a", "u", "v", "w"), "listwise", function(roots) 1, "varimax", character(), character(), identity, list("range", 1, 5)))
every <- c(as.list(d), scores, list(p = dp, q = dq))

# ——— Comparisons ———
compare <- function(name, outcomes, by, post_hoc, where = rep(TRUE, n), listwise = FALSE) {
  if (listwise) where <- where & complete.cases(as.data.frame(every[outcomes]))
  for (outcome in outcomes) for (category in by) {
    path <- paste(c(name, outcome, if (length(by) > 1) category), collapse = ".")
    use <- where %in% TRUE & !is.na(every[[outcome]]) & !is.na(d[[category]])
    y <- every[[outcome]][use]; g <- droplevels(d[[category]][use]); m <- length(y); k <- nlevels(g)
    a <- anova(lm(y ~ g)); w <- oneway.test(y ~ g); kw <- kruskal.test(y, g); ms <- a[2, "Mean Sq"]; ssb <- a[1, "Sum Sq"]; sst <- sum(a[, "Sum Sq"])
    put(paste0(path, ".f"), a[1, "F value"]); put(paste0(path, ".df1"), k - 1); put(paste0(path, ".df2"), m - k); put(paste0(path, ".p"), a[1, "Pr(>F)"])
    put(paste0(path, ".eta2"), ssb / sst); put(paste0(path, ".omega2"), (ssb - (k - 1) * ms) / (sst + ms))
    put(paste0(path, ".welch.f"), w$statistic); put(paste0(path, ".welch.p"), w$p.value); put(paste0(path, ".levene.p"), leveneTest(y, g, center = mean)[1, "Pr(>F)"])
    put(paste0(path, ".kruskal.h"), kw$statistic); put(paste0(path, ".kruskal.p"), kw$p.value)
    groups <- c(list(all = y), split(y, g)); names(groups) <- c("all", paste(category, levels(g), sep = "."))
    for (one in names(groups)) { s <- interval(groups[[one]]); for (part in c("n", "mean", "sd", "se", "low", "high")) put(sprintf("%s.%s(%s)", path, part, one), s[[part]]) }
    tk <- TukeyHSD(aov(y ~ g))$g; lsd <- function(adjust) pairwise.t.test(y, g, p.adjust.method = adjust)$p.value
    means <- tapply(y, g, mean); sizes <- table(g); variances <- tapply(y, g, var)
    for (i in levels(g)) for (j in levels(g)) if (i != j) {
      difference <- means[[i]] - means[[j]]
      forward <- match(i, levels(g)) < match(j, levels(g)); first <- if (forward) i else j; second <- if (forward) j else i
      pooled <- sqrt(ms * (1 / sizes[[i]] + 1 / sizes[[j]])); va <- variances[[i]] / sizes[[i]]; vb <- variances[[j]] / sizes[[j]]; separate <- sqrt(va + vb)
      nu <- (va + vb)^2 / (va^2 / (sizes[[i]] - 1) + vb^2 / (sizes[[j]] - 1))
      found <- switch(post_hoc,
        tukey = { row <- tk[paste(second, first, sep = "-"), ]; c(row[["p adj"]], pooled, if (forward) c(-row[["upr"]], -row[["lwr"]]) else c(row[["lwr"]], row[["upr"]])) },
        games_howell = c(ptukey(abs(difference) / separate * sqrt(2), k, nu, lower.tail = FALSE), separate, difference + c(-1, 1) * qtukey(.95, k, nu) / sqrt(2) * separate),
        bonferroni = c(lsd("bonferroni")[second, first], pooled, difference + c(-1, 1) * qt(1 - .025 / choose(k, 2), m - k) * pooled),
        sidak = c(1 - (1 - lsd("none")[second, first])^choose(k, 2), pooled, difference + c(-1, 1) * qt(1 - (1 - .95^(1 / choose(k, 2))) / 2, m - k) * pooled),
        holm = c(lsd("holm")[second, first], pooled, NA, NA))
      args <- sprintf("(%s.%s, %s.%s)", category, i, category, j)
      put(paste0(path, ".difference", args), difference)
      for (part in 1:4) put(paste0(path, ".difference.", c("p", "se", "low", "high")[part], args), found[part])
    }
  }
}
compare("c1", c("li", "age"), c("sex", "place"), "tukey")
compare("c2", c("a", "p"), "place", "games_howell", d$age > 30)
compare("c3", c("lx", "hours"), "place", "bonferroni")
compare("c4", c("pa", "mood"), "place", "holm", listwise = TRUE)
compare("c5", c("hours"), "place", "sidak")

# ——— Regressions ———
dummies <- function(name) { x <- d[[name]]; one <- sapply(levels(x)[-1], function(level) as.numeric(x == level)); colnames(one) <- paste(name, levels(x)[-1], sep = "."); one }
column <- function(name) if (is.factor(d[[name]])) dummies(name) else matrix(every[[name]], n, 1, dimnames = list(NULL, name))
product <- function(one, two) { x <- column(one); y <- column(two); do.call(cbind, lapply(colnames(x), function(i) { z <- x[, i] * y; colnames(z) <- paste(i, colnames(y), sep = ":"); z })) }
regress <- function(name, outcomes, x, missing = "listwise", errors = "classical", where = rep(TRUE, n)) {
  for (outcome in outcomes) {
    path <- paste(name, outcome, sep = ".")
    rows <- where %in% TRUE; X <- x[rows, , drop = FALSE]; y <- every[[outcome]][rows]; sites <- d$site[rows]; filled <- 0
    if (missing == "mean") { filled <- sum(is.na(X)) + sum(is.na(y)); X <- as.matrix(substituted(as.data.frame(X, check.names = FALSE))); y[is.na(y)] <- mean(y, na.rm = TRUE) }
    k <- ncol(X); terms <- colnames(X)
    if (missing == "pairwise") {
      all <- cbind(X, y); r <- cor(all, use = "pairwise"); s <- apply(all, 2, sd, na.rm = TRUE); means <- colMeans(all, na.rm = TRUE); m <- min(crossprod(!is.na(all)))
      inverse <- solve(r[1:k, 1:k]); beta <- as.vector(inverse %*% r[1:k, k + 1]); r2 <- sum(beta * r[1:k, k + 1]); b <- beta * s[k + 1] / s[1:k]
      sst <- (m - 1) * s[[k + 1]]^2; sse <- sst * (1 - r2); ms <- sse / (m - k - 1)
      full <- solve(rbind(c(m, m * means[1:k]), cbind(m * means[1:k], (m - 1) * r[1:k, 1:k] * outer(s[1:k], s[1:k]) + m * outer(means[1:k], means[1:k]))))
      coefficients <- c(means[[k + 1]] - sum(b * means[1:k]), b); V <- ms * full; df <- m - k - 1; vif <- diag(inverse); f <- (r2 / k) / ((1 - r2) / df)
      dw <- NA; bp <- NA
    } else {
      ok <- complete.cases(X, y) & (errors != "cluster" | !is.na(sites)); X <- X[ok, , drop = FALSE]; y <- y[ok]; sites <- sites[ok]; m <- length(y)
      data <- data.frame(y, X); fit <- lm(y ~ ., data = data); s <- summary(fit); coefficients <- unname(coef(fit)); df <- m - k - 1
      V <- switch(errors, classical = vcov(fit), cluster = vcovCL(fit, sites, type = "HC1"), vcovHC(fit, type = sub("HC4M", "HC4m", toupper(errors))))
      if (errors == "cluster") df <- length(unique(sites)) - 1
      sse <- sum(resid(fit)^2); sst <- sum((y - mean(y))^2); r2 <- s$r.squared; beta <- coefficients[-1] * apply(X, 2, sd) / sd(y); vif <- diag(solve(cor(X)))
      f <- if (errors == "classical") s$fstatistic[[1]] else waldtest(fit, vcov = V, test = "F")$F[2]
      dw <- unname(dwtest(fit)$statistic); bp <- unname(bptest(fit)$p.value)
    }
    se <- sqrt(diag(V)); t <- coefficients / se; reach <- qt(.975, df) * se
    put(paste0(path, ".n"), m); put(paste0(path, ".filled"), filled); put(paste0(path, ".clusters"), if (errors == "cluster") length(unique(sites)) else NA)
    put(paste0(path, ".r2"), r2); put(paste0(path, ".f2"), r2 / (1 - r2)); put(paste0(path, ".adjusted_r2"), 1 - (1 - r2) * (m - 1) / (m - k - 1)); put(paste0(path, ".rmse"), sqrt(sse / (m - k - 1)))
    put(paste0(path, ".f"), f); put(paste0(path, ".df1"), k); put(paste0(path, ".df2"), df); put(paste0(path, ".p"), pf(f, k, df, lower.tail = FALSE))
    if (missing == "pairwise") { put(paste0(path, ".aic"), m * log(sse / m) + 2 * (k + 1)); put(paste0(path, ".bic"), m * log(sse / m) + log(m) * (k + 1)) }
    else { put(paste0(path, ".aic"), extractAIC(fit)[2]); put(paste0(path, ".bic"), extractAIC(fit, k = log(m))[2]) }
    put(paste0(path, ".durbin_watson"), dw); put(paste0(path, ".breusch_pagan.p"), bp)
    for (i in 0:k) {
      term <- if (i == 0) "intercept" else terms[i]; j <- i + 1; at <- function(part) sprintf("%s.%s(%s)", path, part, term)
      put(at("b"), coefficients[j]); put(at("se"), se[j]); put(at("t"), t[j]); put(at("p"), 2 * pt(-abs(t[j]), df)); put(at("low"), coefficients[j] - reach[j]); put(at("high"), coefficients[j] + reach[j])
      if (i == 0) next
      put(at("beta"), beta[i]); unit <- beta[i] / coefficients[j]; put(at("beta.low"), (coefficients[j] - reach[j]) * unit); put(at("beta.high"), (coefficients[j] + reach[j]) * unit); put(at("vif"), vif[i])
    }
  }
}
main <- cbind(column("sex"), column("place"), column("age"), column("mood"))
regress("r1", c("lx", "hours"), main)
regress("r2", c("hours", "me"), cbind(column("a"), column("place"), column("age"), product("place", "age")), missing = "mean")
regress("r3", "hours", cbind(column("a"), column("b"), column("age")), missing = "pairwise")
regress("r4", "hours", main, errors = "cluster")
for (kind in c("0", "1", "2", "3", "4", "4m")) regress(paste0("h", kind), "hours", main, errors = paste0("hc", kind), where = d$age > 25)

# R's ptukey is good to some eight digits; eigenvalues of random data are other draws.
write_golden("by-address", list(engine = "R with psych, GPArotation, lavaan, sandwich, lmtest, car, e1071", versions = versions("psych", "GPArotation", "lavaan", "sandwich", "lmtest", "car", "e1071"),
  tolerance = list(default = list(abs = 1e-9, rel = 1e-9)), values = out))
