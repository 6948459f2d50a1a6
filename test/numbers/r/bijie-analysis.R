# The analysis of examples/bijie/bijie.study in R, on the harmonised data that bijie-harmonise.R writes. Each value is named by its address.
#
#   Rscript test/numbers/r/bijie-analysis.R test/numbers/replication/bijie-harmonised.csv test/numbers/replication/bijie-results.json
#
# Base R for moments, components, varimax and least squares; psych for alpha, KMO and Bartlett; sandwich for clustered errors; jsonlite to write.

suppressMessages({ library(psych); library(sandwich); library(jsonlite) })
args <- commandArgs(trailingOnly = TRUE)
d <- read.csv(args[1], na.strings = "")
values <- list()
put <- function(address, value) values[[address]] <<- unname(as.numeric(value))

levels_of <- list(mode = c("village", "township", "cities"), sex = c("male", "female"), age = c("minor", "young", "middle", "senior"), nationality = c("han", "minority"),
  marriage = c("married", "not_married"), household = c("three", "four", "five"), education = c("none", "elementary", "middle", "high", "college"),
  income_change = c("decreased", "same", "increased"), livelihood_change = c("unchanged", "changed"), duration = c("under_half", "half_to_one", "over_one"),
  distance = c("km3", "km3_15", "km15_40", "km40"))
dimensions <- list(economy = c("eco_income_sat", "eco_cost", "eco_income_change"), society = c("soc_friends", "soc_activities", "soc_neighbours"),
  psychology = c("psy_enjoy", "psy_confident", "psy_happier"), culture = c("cul_dialect", "cul_customs"))
community <- c("com_amenity", "com_housing", "com_access", "com_security")
individual <- c("sex", "age", "nationality", "marriage", "household", "education", "income_change", "livelihood_change", "duration", "distance")
items <- unlist(dimensions, use.names = FALSE)

put("sample", nrow(d))
for (v in c(items, community, "pol_training", "green")) {
  put(paste0(v, ".n"), sum(!is.na(d[[v]]))); put(paste0(v, ".mean"), mean(d[[v]], na.rm = TRUE)); put(paste0(v, ".sd"), sd(d[[v]], na.rm = TRUE))
}
for (v in names(levels_of)) for (l in levels_of[[v]]) put(paste0(v, ".", l, ".count"), sum(d[[v]] == l, na.rm = TRUE))
for (g in names(dimensions)) {
  x <- d[, dimensions[[g]]]
  put(paste0(g, ".mean"), mean(colMeans(x, na.rm = TRUE))); put(paste0(g, ".sd"), sd(rowMeans(x, na.rm = TRUE), na.rm = TRUE))
  put(paste0(g, ".alpha"), suppressWarnings(alpha(na.omit(x), warnings = FALSE))$total$raw_alpha)
}
put("community.alpha", alpha(na.omit(d[, community]))$total$raw_alpha)

# The index: missing answers replaced by means, components of the correlations, Kaiser-normalised varimax, scores, composite of three.
filled <- as.data.frame(lapply(d[, items], function(x) { x[is.na(x)] <- mean(x, na.rm = TRUE); x }))
R <- cor(filled)
put("integration.alpha", alpha(filled)$total$raw_alpha)
put("integration.alpha.standardized", alpha(filled)$total$std.alpha)
kmo <- KMO(R)
put("integration.kmo", kmo$MSA)
for (i in items) put(paste0("integration.msa(", i, ")"), kmo$MSAi[[i]])
bartlett <- cortest.bartlett(R, n = nrow(filled))
put("integration.bartlett.chi2", bartlett$chisq); put("integration.bartlett.df", bartlett$df); put("integration.determinant", det(R))
e <- eigen(R, symmetric = TRUE)
for (k in 1:4) put(paste0("integration.eigenvalue(", k, ")"), e$values[k])
L0 <- e$vectors[, 1:4] %*% diag(sqrt(e$values[1:4]))
rownames(L0) <- items
L <- unclass(varimax(L0, normalize = TRUE, eps = 1e-15)$loadings)
markers <- c(psychological = "psy_enjoy", economic = "eco_income_change", communicative = "soc_neighbours", cultural = "cul_customs")
position <- sapply(markers, function(m) which.max(abs(L[m, ])))
stopifnot(!any(duplicated(position)))
L <- L[, position]; colnames(L) <- names(markers)
for (c in names(markers)) if (L[markers[[c]], c] < 0) L[, c] <- -L[, c]
explained <- 100 * colSums(L^2) / length(items)
for (c in names(markers)) {
  put(paste0("integration.explained(", c, ")"), explained[[c]])
  for (i in items) put(paste0("integration.loading(", i, ", ", c, ")"), L[i, c])
}
for (i in items) put(paste0("integration.communality(", i, ")"), sum(L[i, ]^2))
Z <- scale(filled) %*% L %*% solve(crossprod(L))
stretch <- function(x) 100 * (x - min(x)) / (max(x) - min(x))
w <- c(psychological = 19.433, economic = 18.026, communicative = 17.889); w <- w / sum(w)
scores <- as.data.frame(apply(Z, 2, stretch))
scores$integration <- stretch(as.vector(Z[, names(w)] %*% w))
for (s in names(scores)) {
  put(paste0(s, ".mean"), mean(scores[[s]])); put(paste0(s, ".sd"), sd(scores[[s]]))
  for (l in levels_of$mode) put(paste0(s, ".mean(mode.", l, ")"), mean(scores[[s]][d$mode == l]))
}

# Comparison by type of resettlement.
for (s in names(scores)) {
  one <- summary(aov(scores[[s]] ~ factor(d$mode)))[[1]]
  put(paste0("by_mode.", s, ".f"), one[1, "F value"]); put(paste0("by_mode.", s, ".p"), one[1, "Pr(>F)"])
  put(paste0("by_mode.", s, ".welch.f"), oneway.test(scores[[s]] ~ factor(d$mode))$statistic)
}

# Regressions: dummies and ratings, each missing value replaced by the mean of its column.
design <- function(extra = NULL) {
  X <- list()
  for (v in individual) for (l in levels_of[[v]][-1]) X[[paste0(v, ".", l)]] <- as.numeric(d[[v]] == l)
  for (v in c("pol_training", community, extra)) X[[v]] <- d[[v]]
  as.data.frame(lapply(X, function(x) { x[is.na(x)] <- mean(x, na.rm = TRUE); x }), check.names = FALSE)
}
regress <- function(name, X, clustered) for (s in names(scores)) {
  y <- scores[[s]]
  fit <- lm(y ~ ., data = cbind(y = y, X))
  sm <- summary(fit)
  at <- paste0(name, ".", s, ".")
  put(paste0(at, "n"), length(y)); put(paste0(at, "r2"), sm$r.squared); put(paste0(at, "adjusted_r2"), sm$adj.r.squared)
  if (!clustered) put(paste0(at, "f"), sm$fstatistic[["value"]])
  # Stata's and SPSS's small-sample factor, G/(G − 1) · (n − 1)/(n − k), and t with G − 1 degrees of freedom.
  se <- if (clustered) sqrt(diag(vcovCL(fit, cluster = d$site, type = "HC1"))) else sm$coefficients[, "Std. Error"]
  df <- if (clustered) length(unique(d$site)) - 1 else fit$df.residual
  b <- coef(fit)
  terms <- c("intercept", names(X))
  for (i in seq_along(terms)) {
    arg <- paste0("(", terms[i], ")")
    put(paste0(at, "b", arg), b[i]); put(paste0(at, "se", arg), se[i]); put(paste0(at, "t", arg), b[i] / se[i]); put(paste0(at, "p", arg), 2 * pt(-abs(b[i] / se[i]), df))
    put(paste0(at, "low", arg), b[i] - qt(0.975, df) * se[i]); put(paste0(at, "high", arg), b[i] + qt(0.975, df) * se[i])
    if (i > 1) put(paste0(at, "beta", arg), b[i] * sd(X[[i - 1]]) / sd(y))
  }
}
regress("full", design(), TRUE)
regress("greener", design("green"), TRUE)

document <- list(id = "bijie-replication", dataset = "examples/bijie (synthetic)", script = "test/numbers/r/bijie-analysis.R", engine = "R (base, psych, sandwich)",
  versions = list(R = paste(R.version$major, R.version$minor, sep = "."), psych = as.character(packageVersion("psych")), sandwich = as.character(packageVersion("sandwich"))),
  tolerance = list(default = list(rel = 1e-8, abs = 1e-9), rotated = list(rel = 1e-6, abs = 1e-6)),
  values = values)
write(toJSON(document, auto_unbox = TRUE, digits = NA, pretty = TRUE), args[2])
