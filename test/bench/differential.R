# Rscript differential.R FOLDER STUDIES: for each study N of a folder (N.tsv what is asked, N.csv the answers) the numbers at its addresses, to
# N.out. Base R, car's and sandwich's formulas by hand where that is one line; nothing is taken from the program.
args <- commandArgs(TRUE); folder <- args[1]; studies <- as.integer(args[2])
suppressPackageStartupMessages({ library(sandwich); library(survey); library(MASS); library(nnet) })
orthomax <- function(l, gamma, kaiser) {
  h <- if (kaiser) sqrt(rowSums(l^2)) else rep(1, nrow(l)); a <- l / h; p <- nrow(a)
  # Two columns: one angle. The criterion Sum l^4 - gamma/p Sum (Sum l^2)^2 over a fine grid, then golden section.
  turn <- function(t) a %*% matrix(c(cos(t), sin(t), -sin(t), cos(t)), 2)
  worth <- function(t) { b <- turn(t); sum(b^4) - gamma / p * sum(colSums(b^2)^2) }
  grid <- seq(0, pi / 2, length.out = 181); best <- grid[which.max(vapply(grid, worth, 0))]
  t <- optimize(worth, best + c(-1, 1) * pi / 180, maximum = TRUE, tol = 1e-12)$maximum
  turn(t) * h
}
promaxed <- function(l, kappa) {
  v <- orthomax(l, 1, TRUE); r <- sqrt(rowSums(v^2)); target <- sign(v) * abs(v / r)^(kappa + 1) * r / abs(v)
  q <- qr.solve(v, target); q <- sweep(q, 2, sqrt(colSums(q^2)), "/"); s <- sqrt(diag(solve(crossprod(q))))
  list(l = v %*% q %*% diag(s), phi = solve(crossprod(q)) / outer(s, s))
}
axes <- function(r, k) { h <- 1 - 1 / diag(solve(r)); for (i in 1:20000) { m <- r; diag(m) <- h; e <- eigen(m, TRUE); if (e$values[k] <= 0) return(NULL); l <- e$vectors[, 1:k] %*% diag(sqrt(e$values[1:k])); new <- rowSums(l^2); if (any(new > 1)) return(NULL); if (max(abs(new - h)) < 1e-13) return(l); h <- new }; NULL }
likely <- function(r, k, n) { f <- tryCatch(factanal(covmat = list(cov = r, n.obs = n), factors = k, rotation = "none", lower = 1e-6, control = list(nstart = 5, opt = list(factr = 1, maxit = 10000))), error = function(e) NULL); if (is.null(f) || min(f$uniquenesses) < 1e-4) NULL else unclass(f$loadings)[, 1:k] }
wcov <- function(x, w) { m <- colSums(x * w) / sum(w); y <- sweep(x, 2, m); crossprod(y * w, y) / sum(w) * nrow(x) / (nrow(x) - 1) }
for (number in seq_len(studies)) {
  asked <- read.delim(file.path(folder, paste0(number, ".tsv")), header = FALSE, quote = "", colClasses = "character"); o <- as.list(asked[[2]]); names(o) <- asked[[1]]
  d <- read.csv(file.path(folder, paste0(number, ".csv"))); out <- list(); put <- function(address, value) out[[address]] <<- if (length(value) == 1 && is.finite(value)) value else NA
  items <- strsplit(o$items, "|", fixed = TRUE)[[1]]; weighted <- o$weighted == "true"; w <- if (weighted) d$wt else rep(1, nrow(d)); chosen <- if (o$where == "true") d$age %in% d$age[d$age > 35] & !is.na(d$age) else rep(TRUE, nrow(d))
  for (q in strsplit(o$reversed, "|", fixed = TRUE)[[1]]) d[[q]] <- 1 + as.numeric(o$points) - d[[q]]
  d$group <- factor(d$group, seq_len(as.numeric(o$levels)), paste0("g", seq_len(as.numeric(o$levels))))
  mean_of <- function(x) { k <- !is.na(x); sum(w[k] * x[k]) / sum(w[k]) }
  sd_of <- function(x) { k <- !is.na(x); sqrt(wcov(cbind(x[k]), w[k])[1, 1]) }
  for (q in items) { put(paste0(q, ".mean"), mean_of(d[[q]])); put(paste0(q, ".sd"), sd_of(d[[q]])) }
  put("y.mean", mean_of(d$y)); put("y.sd", sd_of(d$y)); put("age.mean", mean_of(d$age))
  if (!weighted) {
    y <- d$y[!is.na(d$y)]; n <- length(y); z <- y - mean(y); s <- sd(y)
    put("y.median", quantile(y, .5, type = 6)); put("y.skewness", n / (n - 1) / (n - 2) * sum((z / s)^3)); put("y.kurtosis", n * (n + 1) / ((n - 1) * (n - 2) * (n - 3)) * sum((z / s)^4) - 3 * (n - 1)^2 / (n - 2) / (n - 3))
  }
  x <- as.matrix(d[items]); full <- complete.cases(x); s <- wcov(x[full, ], w[full]); k <- length(items); r <- cov2cor(s)
  put("items.alpha", k / (k - 1) * (1 - sum(diag(s)) / sum(s))); m <- mean(r[lower.tri(r)]); put("items.alpha.standardized", k * m / (1 + (k - 1) * m))
  for (i in seq_len(k)) { rest <- sum(s[-i, -i]); put(sprintf("items.item_total(%s)", items[i]), sum(s[i, -i]) / sqrt(s[i, i] * rest)) }
  # The index
  x <- x[chosen, ]; v <- w[chosen]
  if (o$missing == "mean") for (j in seq_len(k)) { a <- is.na(x[, j]); x[a, j] <- sum(v[!a] * x[!a, j]) / sum(v[!a]) }
  ok <- complete.cases(x); ranked <- o$correlations == "spearman"
  if (o$missing == "pairwise") { r <- diag(k); for (i in 1:k) for (j in 1:k) if (i != j) { a <- !is.na(x[, i]) & !is.na(x[, j]); y <- x[a, c(i, j)]; if (ranked) y <- apply(y, 2, rank); r[i, j] <- cov2cor(wcov(y, v[a]))[1, 2] }; n <- min(crossprod(!is.na(x))) }
  else { y <- x[ok, ]; if (ranked) y <- apply(y, 2, rank); r <- cov2cor(wcov(y, v[ok])); n <- sum(ok) }
  inverse <- solve(r); q <- inverse / sqrt(outer(diag(inverse), diag(inverse))); off <- row(r) != col(r)
  put("i.kmo", sum(r[off]^2) / (sum(r[off]^2) + sum(q[off]^2))); put("i.bartlett.chi2", -(n - 1 - (2 * k + 5) / 6) * log(det(r)))
  e <- eigen(r, TRUE); put("i.eigenvalue(1)", e$values[1]); put("i.eigenvalue(2)", e$values[2])
  l <- switch(o$extract, components = e$vectors[, 1:2] %*% diag(sqrt(e$values[1:2])), axis = axes(r, 2), ml = likely(r, 2, n))
  if (!is.null(l)) {
    parts <- strsplit(o$rotate, " ")[[1]]; raw <- "raw" %in% parts
    found <- switch(parts[1], none = list(l = l), varimax = list(l = orthomax(l, 1, !raw)), quartimax = list(l = orthomax(l, 0, TRUE)), equamax = list(l = orthomax(l, 1, TRUE)), promax = promaxed(l, if (length(parts) > 1) as.numeric(parts[2]) else 4))
    l <- found$l; phi <- if (is.null(found$phi)) diag(2) else found$phi; order <- order(-colSums(l^2)); signs <- ifelse(colSums(l) < 0, -1, 1)
    # Where the sum of loadings, or the order of columns, hangs on a hair, either is right.
    sure <- min(abs(colSums(l))) > 1e-4 && abs(diff(colSums(l^2))) > 1e-4
    l <- sweep(l, 2, signs, "*")[, order]; phi <- (phi * outer(signs, signs))[order, order]; st <- l %*% phi; h <- rowSums(l * st)
    for (i in seq_len(k)) { put(sprintf("i.communality(%s)", items[i]), h[i]); if (sure) { put(sprintf("i.structure(%s, 1)", items[i]), st[i, 1]); for (j in 1:2) put(sprintf("i.loading(%s, %d)", items[i], j), l[i, j]) } }
    if (sure) { for (j in 1:2) put(sprintf("i.explained(%d)", j), 100 * mean(st[, j]^2)); if (!is.null(found$phi)) put("i.correlation(1, 2)", phi[1, 2]) }
    put("i.explained.total", 100 * mean(h))
    if (o$extract == "ml") { sigma <- l %*% phi %*% t(l); diag(sigma) <- 1; put("i.fit.chi2", (n - 1 - (2 * k + 5) / 6 - 4 / 3) * (log(det(sigma)) - log(det(r)) + sum(diag(solve(sigma) %*% r)) - k)) }
    if (sure) {
      y <- x[ok, ]; u <- v[ok]; mu <- colSums(y * u) / sum(u); z <- sweep(sweep(y, 2, mu), 2, sqrt(diag(wcov(y, u))), "/")
      b <- if (o$extract == "components") l %*% solve(crossprod(l)) else solve(r, st); share <- colSums(st^2) / sum(st^2); score <- as.vector(z %*% b %*% share)
      put("i.n", length(score)); at <- sum(score * u) / sum(u); spread <- sqrt(wcov(cbind(score), u)[1, 1])
      score <- switch(o$rescale, none = score, t = 50 + 10 * (score - at) / spread, { ends <- as.numeric(strsplit(o$rescale, "..", fixed = TRUE)[[1]]); ends[1] + diff(ends) * (score - min(score)) / diff(range(score)) })
      put("i.mean", sum(score * u) / sum(u)); put("i.sd", sqrt(wcov(cbind(score), u)[1, 1]))
      # Of the scores: a model of its own.
      d$score <- NA; d$score[which(chosen)[ok]] <- score; scored <- strsplit(o$scored, "|", fixed = TRUE)[[1]]
      frame <- d[complete.cases(d[c("score", scored)]), ]
      if (!weighted && (!"group" %in% scored || all(table(frame$group) > 0))) {
        fit <- lm(as.formula(paste("score ~", paste(scored, collapse = " + "))), frame); put("s.i.n", nrow(frame)); put("s.i.r2", summary(fit)$r.squared)
        table <- summary(fit)$coefficients
        for (name in rownames(table)) { term <- if (name == "(Intercept)") "intercept" else gsub("^group(g[0-9]+)", "group.\\1", name); put(sprintf("s.i.b(%s)", term), table[name, 1]); put(sprintf("s.i.se(%s)", term), table[name, 2]); put(sprintf("s.i.p(%s)", term), table[name, 4]) }
      }
      if (weighted) d$i_score <- d$score
    }
  }
  # Groups and the model, unweighted: weighted ones are design-based (test/oracles).
  if (!weighted) {
    use <- chosen & !is.na(d$y) & !is.na(d$group); y <- d$y[use]; g <- droplevels(d$group[use]); a <- anova(lm(y ~ g)); ms <- a[2, 3]; ssb <- a[1, 2]; sst <- sum(a[, 2])
    put("c.y.f", a[1, 4]); put("c.y.p", a[1, 5]); put("c.y.eta2", ssb / sst); put("c.y.omega2", (ssb - (nlevels(g) - 1) * ms) / (sst + ms)); for (one in levels(g)) put(sprintf("c.y.mean(group.%s)", one), mean(y[g == one]))
    if (min(table(g)) > 1) { welch <- oneway.test(y ~ g); put("c.y.welch.f", welch$statistic); put("c.y.welch.p", welch$p.value) }
    put("c.y.levene.p", anova(lm(abs(y - ave(y, g)) ~ g))[1, 5]); put("c.y.kruskal.h", kruskal.test(y, g)$statistic)
    terms <- strsplit(o$terms, "|", fixed = TRUE)[[1]]; f <- as.formula(paste("y ~", paste(terms, collapse = " + "))); frame <- d[chosen, ]
    if (o$modelMissing == "listwise") {
      used <- frame[complete.cases(frame[unique(unlist(strsplit(c("y", terms), " * ", fixed = TRUE)))]), ]; used$group <- droplevels(used$group); fit <- lm(f, used)
      if (!anyNA(coef(fit)) && nlevels(used$group) == nlevels(d$group)) {
        n <- nrow(used); p <- length(coef(fit)); kind <- strsplit(o$errors, " ")[[1]][1]
        vc <- switch(kind, classical = vcov(fit), cluster = vcovCL(fit, used$site, type = "HC1"), vcovHC(fit, type = toupper(kind))); se <- sqrt(diag(vc)); df <- if (kind == "cluster") length(unique(used$site)) - 1 else n - p
        s <- summary(fit); put("r.y.n", n); put("r.y.r2", s$r.squared); put("r.y.adjusted_r2", s$adj.r.squared); put("r.y.durbin_watson", sum(diff(resid(fit))^2) / sum(resid(fit)^2)); if (kind == "classical") put("r.y.f", s$fstatistic[[1]])
        mm <- model.matrix(fit)
        for (j in seq_len(p)) { name <- names(coef(fit))[j]; term <- gsub("^group(g[0-9]+)", "group.\\1", name); if (name == "(Intercept)") term <- "intercept"
          put(sprintf("r.y.b(%s)", term), coef(fit)[[j]]); put(sprintf("r.y.se(%s)", term), se[[j]]); put(sprintf("r.y.t(%s)", term), coef(fit)[[j]] / se[[j]]); put(sprintf("r.y.p(%s)", term), 2 * pt(-abs(coef(fit)[[j]] / se[[j]]), df)); if (j > 1) put(sprintf("r.y.beta(%s)", term), coef(fit)[[j]] * sd(mm[, j]) / sd(used$y)) }
      }
    }
  }
  # Another outcome than a number.
  frame <- d[complete.cases(d[c(o$outcome, "age", "q1")]), ]; place <- paste0("m.", o$outcome, "."); named <- c("(Intercept)" = "intercept", age = "age", q1 = "q1")
  told <- function(b, se, df = Inf) for (name in names(b)) { put(sprintf("%sb(%s)", place, named[[name]]), b[[name]]); put(sprintf("%sse(%s)", place, named[[name]]), se[[name]]); put(sprintf("%sp(%s)", place, named[[name]]), 2 * pt(-abs(b[[name]] / se[[name]]), df)) }
  if (!weighted && o$method %in% c("logit", "probit", "poisson")) {
    family <- if (o$method == "poisson") poisson() else binomial(o$method); frame$out <- frame[[o$outcome]]
    fit <- suppressWarnings(glm(out ~ age + q1, family, frame, control = glm.control(1e-15, 100)))
    kind <- strsplit(o$robust, " ")[[1]][1]; n <- nrow(frame); G <- length(unique(frame$site)); X <- model.matrix(fit); eta <- as.vector(X %*% coef(fit))
    # Scores of the likelihood and its expected information, as glm has it; times G / (G - 1) of clusters.
    p <- fitted(fit); v <- family$variance(p); g <- family$mu.eta(eta); u <- X * ((frame$out - p) * g / v)
    A <- solve(crossprod(X * sqrt(g^2 / v))); V <- A
    if (kind != "classical") {
      V <- if (kind == "hc0") A %*% crossprod(u) %*% A else { s <- rowsum(u, frame$site); G / (G - 1) * A %*% crossprod(s) %*% A }
    }
    se <- sqrt(diag(V)); names(se) <- names(coef(fit)); told(coef(fit), se); put(paste0(place, "n"), n); put(paste0(place, "loglik"), as.numeric(logLik(fit)))
    null <- glm(out ~ 1, family, frame, control = glm.control(1e-15, 100)); put(paste0(place, "mcfadden"), 1 - as.numeric(logLik(fit)) / as.numeric(logLik(null)))
    if (o$method == "logit") for (name in names(coef(fit))[-1]) put(sprintf("%sodds(%s)", place, name), exp(coef(fit)[[name]]))
    bend <- switch(o$method, logit = p * (1 - p) * (1 - 2 * p), probit = -eta * dnorm(eta), poisson = p)
    for (j in 2:3) { grad <- coef(fit)[[j]] * colMeans(X * bend); grad[j] <- grad[j] + mean(g); put(sprintf("%smargin(%s)", place, names(coef(fit))[j]), coef(fit)[[j]] * mean(g)); put(sprintf("%smargin.se(%s)", place, names(coef(fit))[j]), sqrt(sum(grad * (V %*% grad)))) }
  }
  if (!weighted && o$outcome == "rung" && length(unique(frame$rung)) == 4) {
    frame$out <- factor(frame$rung)
    if (startsWith(o$method, "ordered")) {
      fit <- tryCatch(polr(out ~ I((age - 45) / 10) + q1, frame, Hess = TRUE, method = if (grepl("probit", o$method)) "probit" else "logistic", control = list(reltol = 1e-16, maxit = 1000)), error = function(e) NULL)
      if (!is.null(fit)) { # Its Hessian is made of differences: with age in its own units they lose digits.
        b <- coef(fit); se <- sqrt(diag(vcov(fit)))[1:2]; names(b) <- names(se) <- c("age", "q1"); b[1] <- b[1] / 10; se[1] <- se[1] / 10
        if (o$robust == "classical") told(b, se) else for (name in names(b)) put(sprintf("%sb(%s)", place, name), b[[name]]); for (j in 1:3) put(sprintf("%sthreshold(%d)", place, j), fit$zeta[[j]] + 45 * b[["age"]]); put(paste0(place, "loglik"), as.numeric(logLik(fit))); put(paste0(place, "n"), nrow(frame)) }
    } else {
      fit <- multinom(out ~ I(age / 10) + q1, frame, trace = FALSE, reltol = 1e-16, abstol = 1e-12, maxit = 5000, Hess = TRUE); b <- coef(fit); b[, 2] <- b[, 2] / 10; se <- summary(fit)$standard.errors; se[, 2] <- se[, 2] / 10
      for (i in 1:3) for (j in 1:3) { put(sprintf("%sb(%s, r%d)", place, c("intercept", "age", "q1")[j], i + 1), b[i, j]); put(sprintf("%sse(%s, r%d)", place, c("intercept", "age", "q1")[j], i + 1), se[i, j]) }
      put(paste0(place, "loglik"), as.numeric(logLik(fit))); put(paste0(place, "n"), nrow(frame))
    }
  }
  # Correlations: of complete rows, or of each pair's own.
  if (!weighted) {
    of <- c("y", "age", "q1"); held <- o$held == "true"; z <- as.matrix(d[c(of, if (held) "count")]); if (o$pairs == "listwise") z <- z[complete.cases(z), , drop = FALSE]
    for (a in 1:2) for (b in (a + 1):3) {
      two <- z[complete.cases(z[, c(a, b)]), ]; n <- nrow(two); at <- function(q) sprintf("z.%s(%s, %s)", q, of[a], of[b]); put(at("n"), n)
      if (o$correlate == "kendall") { test <- suppressWarnings(cor.test(two[, a], two[, b], method = "kendall", exact = FALSE)); put(at("r"), test$estimate); put(at("p"), test$p.value) }
      else { y <- if (o$correlate == "spearman") apply(two, 2, rank) else two; r <- cor(y[, a], y[, b]); k <- 0
        if (held) { m <- -solve(cor(y[, c(a, b, 4)])); r <- m[1, 2] / sqrt(m[1, 1] * m[2, 2]); k <- 1 }
        t <- r * sqrt((n - 2 - k) / (1 - r^2)); put(at("r"), r); put(at("p"), 2 * pt(-abs(t), n - 2 - k))
        if (o$correlate == "pearson") { half <- qnorm(.975) / sqrt(n - 3 - k); put(at("low"), tanh(atanh(r) - half)); put(at("high"), tanh(atanh(r) + half)) } }
    }
  }
  # Weighted models: coefficients and linearised errors of the domain, by survey.
  if (weighted) {
    has <- function(word) grepl(word, o$design, fixed = TRUE); ids <- if (has("cluster")) ~site else ~1; strata <- if (has("stratum")) ~region else NULL
    design <- svydesign(ids = ids, strata = strata, weights = ~wt, data = d, nest = TRUE); put("sample.df", degf(design))
    m <- svymean(~y, design, na.rm = TRUE, deff = TRUE); put("y.se", SE(m)); put("y.deff", deff(m))
    inside <- subset(design, chosen & !is.na(y) & !is.na(group))
    if (all(table(inside$variables$group) > 0)) { test <- regTermTest(svyglm(y ~ group, inside), ~group); put("c.y.f", test$Ftest); put("c.y.df2", test$ddf); put("c.y.p", test$p) }
    for (one in levels(d$group)) { part <- subset(inside, group == one); if (nrow(part$variables) > 0) put(sprintf("c.y.mean(group.%s)", one), coef(svymean(~y, part))) }
    own <- subset(design, !is.na(yes) & !is.na(age) & !is.na(q1)); fit <- suppressWarnings(svyglm(yes ~ age + q1, own, family = quasibinomial, control = glm.control(1e-15, 100))); se <- sqrt(diag(vcov(fit)))
    told(coef(fit), se, degf(own)); put(paste0(place, "n"), nrow(own$variables)); p <- fitted(fit); u <- own$variables$wt; for (name in c("age", "q1")) put(sprintf("%smargin(%s)", place, name), coef(fit)[[name]] * sum(u * p * (1 - p)) / sum(u))
    if (!is.null(d$i_score)) {
      scored <- strsplit(o$scored, "|", fixed = TRUE)[[1]]; design <- update(design, score = d$i_score); keep <- complete.cases(d[c("score", scored)])
      if (!"group" %in% scored || all(table(d$group[keep]) > 0)) {
        fit <- svyglm(as.formula(paste("score ~", paste(scored, collapse = " + "))), subset(design, keep)); se <- sqrt(diag(vcov(fit))); put("s.i.n", sum(keep))
        for (j in seq_along(coef(fit))) { name <- names(coef(fit))[j]; term <- if (name == "(Intercept)") "intercept" else gsub("^group(g[0-9]+)", "group.\\1", name); put(sprintf("s.i.b(%s)", term), coef(fit)[[j]]); put(sprintf("s.i.se(%s)", term), se[[j]]) }
      }
    }
    terms <- strsplit(o$terms, "|", fixed = TRUE)[[1]]; f <- as.formula(paste("y ~", paste(terms, collapse = " + ")))
    d$inside <- chosen & complete.cases(d[unique(unlist(strsplit(c("y", terms), " * ", fixed = TRUE)))])
    if (all(table(d$group[d$inside]) > 0)) {
      fit <- survey::svyglm(f, subset(update(design, inside = d$inside), inside)); se <- sqrt(diag(vcov(fit)))
      for (j in seq_along(coef(fit))) { name <- names(coef(fit))[j]; term <- if (name == "(Intercept)") "intercept" else gsub("^group(g[0-9]+)", "group.\\1", name); put(sprintf("r.y.b(%s)", term), coef(fit)[[j]]); put(sprintf("r.y.se(%s)", term), se[[j]]) }
    }
  }
  writeLines(sprintf("%s\t%s", names(out), vapply(out, function(value) if (is.na(value)) "NA" else sprintf("%.17g", value), "")), file.path(folder, paste0(number, ".out")))
}
