# Rscript test/numbers/r/regression-equality.R: the same regression in several studies, by base R (lm, anova, p.adjust), written to
# test/numbers/golden/regression-equality.json.
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)))
source(file.path(here, "json.R"))
nested <- function(a, b) { t <- anova(a, b); list(f = t$F[2], df1 = t$Df[2], df2 = t$Res.Df[2], p = t$`Pr(>F)`[2]) }
case <- function(data, group, labels, outcome, predictors) {
  d <- read.csv(file.path(here, "..", "data", paste0(data, ".csv")))
  d <- d[d[[group]] %in% labels, ]
  d <- d[complete.cases(d[, c(outcome, predictors)]), ]
  d$study <- factor(d[[group]], labels)
  right <- paste(predictors, collapse = " + ")
  own <- lapply(labels, function(g) lm(as.formula(paste(outcome, "~", right)), d[d$study == g, ]))
  common <- lm(as.formula(paste(outcome, "~", right)), d)
  effects <- lm(as.formula(paste(outcome, "~", right, "+ study")), d)
  interactions <- lm(as.formula(paste(outcome, "~ (", right, ") * study")), d)
  b <- sapply(own, function(f) coef(f)[-1])
  se <- sapply(own, function(f) sqrt(diag(vcov(f)))[-1])
  pairs <- combn(length(labels), 2)
  z <- do.call(rbind, lapply(seq_along(predictors), function(i) apply(pairs, 2, function(ij) (b[i, ij[1]] - b[i, ij[2]]) / sqrt(se[i, ij[1]]^2 + se[i, ij[2]]^2))))
  p <- 2 * pnorm(-abs(z))
  q <- vapply(seq_along(predictors), function(i) { w <- 1 / se[i, ]^2; sum(w * (b[i, ] - sum(w * b[i, ]) / sum(w))^2) }, 0)
  qp <- pchisq(q, length(labels) - 1, lower.tail = FALSE)
  # Jointly: stacked coefficients, contrasts of every study with the first, block-diagonal covariance.
  k <- length(predictors); G <- length(labels)
  V <- matrix(0, k * G, k * G)
  for (g in 1:G) V[(g - 1) * k + 1:k, (g - 1) * k + 1:k] <- vcov(own[[g]])[-1, -1]
  C <- cbind(kronecker(rep(1, G - 1), diag(k)), -diag(k * (G - 1)))
  delta <- C %*% as.vector(b)
  joint <- as.numeric(t(delta) %*% solve(C %*% V %*% t(C)) %*% delta)
  s <- summary(interactions)$coefficients
  by_study <- function(column) do.call(rbind, lapply(predictors, function(v) unname(s[paste0(v, ":study", labels[-1]), column])))
  list(data = data, group = group, groups = I(as.character(labels)), outcome = outcome, predictors = I(predictors), n = I(vapply(own, nobs, 0L)), b = b, se = se,
    chow = nested(common, interactions), intercepts = nested(common, effects), slopes = nested(effects, interactions),
    r2 = I(vapply(list(common, effects, interactions), function(f) summary(f)$r.squared, 0)),
    # study labels after the first, then for each predictor its products with them
    effects_b = I(unname(coef(effects)[-(1:(k + 1))])), interactions_b = by_study(1),
    interactions_se = by_study(2),
    z = z, p = p, p_holm = matrix(p.adjust(t(p), "holm"), nrow(p), byrow = TRUE), p_bh = matrix(p.adjust(t(p), "BH"), nrow(p), byrow = TRUE),
    q = I(q), q_p = I(qp), q_holm = I(p.adjust(qp, "holm")), q_bh = I(p.adjust(qp, "BH")), joint = list(chi2 = joint, df = k * (G - 1), p = pchisq(joint, k * (G - 1), lower.tail = FALSE)))
}
write_golden("regression-equality", list(engine = "base R: lm, anova, p.adjust", versions = versions(), tolerance = list(default = list(rel = 1e-8, abs = 1e-10)), cases = list(
  mtcars_am = case("mtcars", "am", c(0, 1), "mpg", c("wt", "hp")),
  bfi_gender = case("bfi", "gender", c(1, 2), "N1", c("A2", "C1", "E3", "O1", "age")),
  bfi_education = case("bfi", "education", 1:5, "E5", c("A2", "C1", "N1", "age")),
  provinces = case("provinces", "province", c("anshun", "bijie"), "psy_happier", c("pol_training", "com_amenity", "com_housing", "com_access", "com_security")))))
