# What test/bench/rows.mjs compares with. Rscript rows.R read|fast|plain FILE THREADS
#   read   the table alone, by data.table::fread, texts to factors
#   fast   the job in the fastest idiom that we could write: fread, eigenvalues of the correlations, scores by one product, lm
#   plain  the job as a person writes it: read.csv, prcomp, lm
given <- commandArgs(TRUE)
file <- given[2]
started <- proc.time()[[3]]
if (given[1] != "plain") {
  suppressPackageStartupMessages(library(data.table))
  setDTthreads(as.integer(given[3]))
  started <- proc.time()[[3]]
  answers <- fread(file, stringsAsFactors = TRUE)
} else answers <- read.csv(file, stringsAsFactors = TRUE, check.names = FALSE)
cat(sprintf("seconds %.4f\n", proc.time()[[3]] - started))
if (given[1] == "read") quit()

items <- as.matrix(answers[, 1:20])
storage.mode(items) <- "double"
if (given[1] == "fast") {
  correlations <- cor(items)
  found <- eigen(correlations, symmetric = TRUE)
  loadings <- found$vectors[, 1:4] %*% diag(sqrt(found$values[1:4]))
  rotated <- unclass(varimax(loadings, normalize = TRUE, eps = 1e-10)$loadings)
  # A component and its opposite are one: towards its items, as ours are.
  rotated <- sweep(rotated, 2, sign(colSums(rotated)), "*")
  weights <- solve(correlations, rotated) %*% colSums(rotated^2)
  answers$y <- as.vector(sweep(items, 2, colMeans(items)) %*% (weights / apply(items, 2, sd)))
} else {
  found <- prcomp(items, scale. = TRUE)
  loadings <- found$rotation[, 1:4] %*% diag(found$sdev[1:4])
  rotated <- varimax(loadings)
  scores <- scale(found$x[, 1:4]) %*% rotated$rotmat
  answers$y <- as.vector(scores %*% colSums(unclass(rotated$loadings)^2))
}
fitted <- summary(lm(y ~ sex + age + edu + hh + income + movein + dist + site + sat, answers))
cat(sprintf("coefficients %d, R2 %.6f\n", nrow(fitted$coefficients), fitted$r.squared))
