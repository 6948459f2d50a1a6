# Rscript test/numbers/r/exploratory.R: common factors, oblique rotations, bases of correlation and scores of the study in
# test/numbers/exploratory.test.ts, at their addresses: golden/exploratory.json. Data: data/hs1939.csv, data/bfi.csv. Nothing in here is taken
# from the project's own code.
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)))
source(file.path(here, "json.R"))
suppressPackageStartupMessages({ library(psych); library(GPArotation) })
hs <- read.csv(file.path(here, "..", "data", "hs1939.csv")); bfi <- read.csv(file.path(here, "..", "data", "bfi.csv"))[1:600, ]
out <- list()
put <- function(address, value) { if (length(value) != 1 || is.na(value)) stop(address); out[[address]] <<- as.numeric(value) }

extracted <- function(r, k, how) {
  if (how == "components") { e <- eigen(r, TRUE); return(e$vectors[, 1:k, drop = FALSE] %*% diag(sqrt(e$values[1:k]), k)) }
  if (how == "ml") { f <- factanal(covmat = list(cov = r, n.obs = 300), factors = k, rotation = "none", lower = 1e-6, control = list(nstart = 5, opt = list(factr = 1, maxit = 10000))); return(unclass(f$loadings)[, 1:k, drop = FALSE]) }
  # Principal axes to 1e-14; minres from psych stops at seven digits, so that its own minimum is compared: least squares of the residuals.
  if (how == "axis") { f <- suppressWarnings(fac(r, k, fm = "pa", rotate = "none", max.iter = 20000, min.err = 1e-15)); return(unclass(f$loadings)[, 1:k, drop = FALSE]) }
  loss <- function(l) { m <- matrix(l, ncol = k); sum((r - m %*% t(m))[lower.tri(r)]^2) }
  start <- unclass(suppressWarnings(fac(r, k, fm = "minres", rotate = "none"))$loadings)[, 1:k, drop = FALSE]
  slope <- function(l) { m <- matrix(l, ncol = k); d <- r - m %*% t(m); diag(d) <- 0; as.vector(-2 * d %*% m) }
  l <- as.vector(start); for (i in 1:20) l <- optim(l, loss, slope, method = "BFGS", control = list(reltol = 1e-16, maxit = 10000))$par
  m <- matrix(l, ncol = k); m %*% eigen(crossprod(m), TRUE)$vectors
}
turned <- function(l, how) {
  h <- sqrt(rowSums(l^2)); k <- ncol(l)
  orthogonal <- function(m, ...) { g <- suppressWarnings(GPForth(l / h, method = m, eps = 1e-9, maxit = 5000, ...)); list(l = unclass(g$loadings) * h, phi = NULL) }
  switch(how[[1]], none = list(l = l, phi = NULL), varimax = orthogonal("varimax"), quartimax = orthogonal("quartimax"),
    oblimin = { s <- if (how[[3]]) h else rep(1, nrow(l)); g <- suppressWarnings(GPFoblq(l / s, method = "oblimin", methodArgs = list(gam = how[[2]]), eps = 1e-9, maxit = 5000)); list(l = unclass(g$loadings) * s, phi = g$Phi) },
    # SPSS's form: least squares towards the varimax loadings' own powers, rows of length 1, factors brought to unit variance.
    promax = { v <- orthogonal("varimax")$l; r <- sqrt(rowSums(v^2)); target <- sign(v) * abs(v / r)^(how[[2]] + 1) * r / abs(v)
      q <- qr.solve(v, target); q <- sweep(q, 2, sqrt(colSums(q^2)), "/"); s <- sqrt(diag(solve(crossprod(q)))); list(l = v %*% q %*% diag(s), phi = solve(crossprod(q)) / outer(s, s)) })
}
weights <- function(r, l, phi, how, extract) {
  s <- l %*% phi
  if (extract == "components") return(l %*% solve(crossprod(l)))
  if (how == "regression") return(solve(r, s))
  u <- diag(1 / (1 - rowSums(l * s)))
  if (how == "bartlett") return(u %*% l %*% solve(t(l) %*% u %*% l))
  e <- eigen(t(l) %*% u %*% r %*% u %*% l, TRUE); u %*% l %*% e$vectors %*% diag(1 / sqrt(e$values), ncol(l)) %*% t(e$vectors)
}
index <- function(name, data, members, k, extract, how, components, score = "regression", basis = "pearson") {
  names(components) <- paste(name, names(components), sep = "_")
  x <- data[members]; x <- x[complete.cases(x), ]
  r <- switch(basis, pearson = cor(x), spearman = cor(x, method = "spearman"), polychoric = polychoric(x, correct = 0)$rho)
  f <- extracted(r, k, extract); found <- turned(f, how); l <- found$l; phi <- if (is.null(found$phi)) diag(k) else found$phi
  dimnames(l) <- list(members, NULL)
  at <- vapply(components, function(marker) which.max(abs(l[marker, ])), 1); stopifnot(!anyDuplicated(at))
  signs <- sign(l[cbind(match(components, members), at)])
  l <- sweep(l[, at, drop = FALSE], 2, signs, "*"); phi <- phi[at, at] * outer(signs, signs); s <- l %*% phi
  h <- rowSums(l * s); named <- names(components)
  put(paste0(name, ".explained.total"), 100 * mean(h))
  for (j in seq_along(named)) {
    put(sprintf("%s.explained(%s)", name, named[j]), 100 * mean(s[, j]^2))
    for (i in seq_along(members)) { put(sprintf("%s.loading(%s, %s)", name, members[i], named[j]), l[i, j]); put(sprintf("%s.structure(%s, %s)", name, members[i], named[j]), s[i, j]) }
    if (!is.null(found$phi)) for (m in seq_along(named)) if (m != j) put(sprintf("%s.correlation(%s, %s)", name, named[j], named[m]), phi[j, m])
  }
  for (i in seq_along(members)) { put(sprintf("%s.communality(%s)", name, members[i]), h[i]); if (extract != "components") put(sprintf("%s.communality.initial(%s)", name, members[i]), 1 - 1 / diag(solve(r))[i]) }
  put(sprintf("%s.correlation(%s, %s)", name, members[2], members[1]), r[2, 1]); put(sprintf("%s.correlation(%s, %s)", name, members[1], members[3]), r[1, 3])
  put(paste0(name, ".kmo"), KMO(r)$MSA); put(paste0(name, ".bartlett.chi2"), cortest.bartlett(r, n = nrow(x))$chisq); put(paste0(name, ".eigenvalue(1)"), eigen(r)$values[1])
  z <- scale(x) %*% weights(r, l, phi, score, extract)
  for (j in seq_along(named)) { put(paste0(named[j], ".sd"), sd(z[, j])); put(paste0(named[j], ".min"), min(z[, j])); put(paste0(named[j], ".max"), max(z[, j])) }
  w <- colSums(s^2) / sum(s^2); for (j in seq_along(named)) put(sprintf("%s.weight(%s)", name, named[j]), w[j])
  whole <- z %*% w; put(paste0(name, ".sd"), sd(whole)); put(paste0(name, ".max"), max(whole)); put(paste0(name, ".n"), nrow(x))
  if (extract == "ml") {
    p <- length(members); n <- nrow(x); sigma <- l %*% phi %*% t(l); diag(sigma) <- 1
    loss <- log(det(sigma)) - log(det(r)) + sum(diag(solve(sigma) %*% r)) - p; df <- ((p - k)^2 - p - k) / 2; chi2 <- (n - 1 - (2 * p + 5) / 6 - 2 * k / 3) * loss
    put(paste0(name, ".fit.chi2"), chi2); put(paste0(name, ".fit.df"), df); put(paste0(name, ".fit.p"), pchisq(chi2, df, lower.tail = FALSE))
  }
}
x <- paste0("x", 1:9); three <- c(visual = "x1", textual = "x4", speed = "x8")
index("ax", hs, x, 3, "axis", list("oblimin", 0, TRUE), three)
index("pr", hs, x, 3, "axis", list("promax", 4), three)
index("p3", hs, x, 3, "components", list("promax", 3), three)
index("ob", hs, x, 3, "components", list("oblimin", -0.5, FALSE), three)
index("ml", hs, x, 3, "ml", list("quartimax"), three)
index("mo", hs, x, 2, "ml", list("oblimin", 0, TRUE), c(textual = "x4", rest = "x7"))
index("mi", hs, x, 3, "minres", list("varimax"), three)

people <- bfi[bfi$gender == 1, ]; ten <- c(paste0("A", 1:5), paste0("N", 1:5)); two <- c(agree = "A3", calm = "N1")
index("sp", bfi, ten, 2, "axis", list("promax", 4), two, basis = "spearman")
index("po", bfi, ten, 2, "minres", list("oblimin", 0, TRUE), two, basis = "polychoric")
index("me", people, ten, 2, "axis", list("varimax"), two)
write_golden("exploratory", list(script = "test/numbers/r/exploratory.R", engine = "R and its packages", versions = versions("psych", "GPArotation"), data = c("hs1939", "bfi"), tolerance = list(default = list(abs = 1e-6, rel = 1e-6), polychoric = list(abs = 1e-4, rel = 1e-4)), values = out))
