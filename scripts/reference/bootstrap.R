# Writes tests/reference/bootstrap.json: the circular block bootstrap of a mean and a median made in
# R, with R's own random numbers, over 200,000 resamples of an invented AR(1) series; the standard
# error of the mean also in closed form, over all blocks. Quantiles are of type 7, R's standard.
#   Rscript scripts/reference/bootstrap.R > tests/reference/bootstrap.json
set.seed(20200903)
n <- 60
block <- 5
resamples <- 200000
x <- round(as.numeric(arima.sim(list(ar = 0.5), n)) / 100 - 0.02, 6)

place <- function(start) ((start - 1 + 0:(block - 1)) %% n) + 1
block_means <- sapply(1:n, function(start) mean(x[place(start)]))
closed_form <- sqrt(mean((block_means - mean(x))^2) / (n / block))

one <- function(i) {
  sample <- x[unlist(lapply(sample.int(n, n / block, replace = TRUE), place))]
  c(mean(sample), median(sample))
}
both <- sapply(seq_len(resamples), one)
low_high <- function(values) unname(quantile(values, c(0.025, 0.975), type = 7))
list_of <- function(values) paste(format(values, digits = 10, trim = TRUE), collapse = ", ")
cat(sprintf(paste0(
  '{\n  "made_with": "R %s.%s",\n  "block_length": %d,\n  "values": [%s],\n',
  '  "mean_standard_error": %s,\n  "mean_interval": [%s],\n  "median_interval": [%s],\n',
  '  "quantiles": [%s]\n}\n'),
  R.version$major, R.version$minor, block, list_of(x), list_of(closed_form),
  list_of(low_high(both[1, ])), list_of(low_high(both[2, ])),
  list_of(unname(quantile(x, c(0.25, 0.5, 0.75), type = 7)))))
