// What options, clauses and declarations mean, in Chinese, by the English.
import type { EnglishText } from '../../en/texts.ts';

export const options = {
  '3,5; a point parts thousands.': '3,5；圆点作千位分隔符。',
  '3.5; a comma parts thousands.': '3.5；逗号作千位分隔符。',
  'A case with a missing answer to any item is left out.': '任一题项缺失的个案不计入。',
  'A case with a missing answer to any item of the model is left out.': '模型中任一题项缺失的个案不计入。',
  'A case with a missing answer to any variable of the model is left out.': '模型中任一变量缺失的个案不计入。',
  'A caveat that the author states with a reason: problems of that code go from the list to the report’s section Stated.':
    '作者说明理由后接受的提示：该代码的问题从问题列表移到报告的“已说明”一节。',
  'A component of an index, named by the item that marks it.': '指数的一个成分，以标志题项命名。',
  'A confirmatory model: each dimension a factor. Fit, validity, and with `by` invariance over groups.':
    '验证性模型：每个维度为一个因子。给出拟合、效度；写 `by` 时检验各组间的测量不变性。',
  'A factor made of factors: the second order.': '由因子构成的因子：二阶因子。',
  'A figure made of figures: a formula of addresses.': '由统计量算出的统计量：以地址写成的公式。',
  'A high answer means a low value: x becomes low + high − x.': '回答越高表示取值越低：x 变为下限 + 上限 − x。',
  'A linear model whose intercept varies between groups, by restricted maximum likelihood; `random` names slopes that vary too.':
    '截距随组变化的线性模型，采用限制最大似然法；`random` 列出斜率也随组变化的自变量。',
  'A logit of each level of the outcome against its reference.': '因变量的每个类别相对参照组各有一个 Logit 方程。',
  'A missing answer is replaced by the mean of the item, as SPSS FACTOR /MISSING MEANSUB does.':
    '缺失值以该题项的均值替换，同 SPSS FACTOR /MISSING MEANSUB。',
  'A number of which values at or beyond two limits are known only to lie there.': '取值达到或超出两端界限时只知其在界限之外的数值变量。',
  'A number under every combination of other choices: the specification curve.': '某个统计量在其他选项的全部组合下的取值：设定曲线。',
  'A printed table: an address in which `row` and `column` stand for its heads.':
    '发表的一张表：一个地址，其中 `row` 和 `column` 代表表的行头和列头。',
  'A quantity: a column, a formula of columns, or 1 where a condition holds.': '一个数值变量：取自一列、各列的公式，或条件成立时为 1。',
  'A question with several answers: options in one cell, or with a column each. Who skipped it is missing.':
    '多选题：各选项在同一单元格中，或各占一列。跳过该题者为缺失。',
  'A rating scale: its two ends and what they mean.': '评分量表：两个端点及其含义。',
  'A file of the same questions, whose rows stand below; `as` names the column that says of each row in which file it stands. How it is read is its own to say, in braces.':
    '同一问卷的另一个文件，其各行接在后面；`as` 之后是写明各行所在文件的列名。该文件如何读取，由花括号中的子句写明。',
  'A second file joined by a column; `= code` where it has another name there. Missing codes and encoding are its own, in braces.':
    '以一列合并的另一个文件；该列在那里名称不同时写 `= 列名`。缺失值代码和字符编码在花括号中另行声明。',
  'A sum needs all, the others one.': '求和须全部有效，其他函数有一个即可。',
  'A wild cluster bootstrap for few clusters: p-values and intervals from the signs of whole clusters, all of them where there are no more than so many. Standard errors and t are those of `cluster`.':
    '聚类很少时的野蛮聚类自助法（wild cluster bootstrap）：p 值和区间由整个聚类的正负号得出，符号组合不超过所写次数时全部列举。标准误和 t 同 `cluster`。',
  'All composed components, or all members, alike.': '参与合成的各成分（或各成员）权重相同。',
  'All figures.': '全部图。',
  'All of them.': '全部。',
  'All tables.': '全部表。',
  'Alternatives of `aggregate`, with | between them.': '`aggregate` 的备选写法，以 | 分隔。',
  'Alternatives of `correlations`, with | between them.': '`correlations` 的备选写法，以 | 分隔。',
  'Alternatives of `errors`, with | between them.': '`errors` 的备选写法，以 | 分隔。',
  'Alternatives of `estimator`, with | between them.': '`estimator` 的备选写法，以 | 分隔。',
  'Alternatives of `extract`, with | between them.': '`extract` 的备选写法，以 | 分隔。',
  'Alternatives of `goalposts`, with | between them.': '`goalposts` 的备选写法，以 | 分隔。',
  'Alternatives of `keep`, with | between them.': '`keep` 的备选写法，以 | 分隔。',
  'Alternatives of `method`, with | between them.': '`method` 的备选写法，以 | 分隔。',
  'Alternatives of `missing`, with | between them.': '`missing` 的备选写法，以 | 分隔。',
  'Alternatives of `needs`, with | between them.': '`needs` 的备选写法，以 | 分隔。',
  'Alternatives of `normalize`, with | between them.': '`normalize` 的备选写法，以 | 分隔。',
  'Alternatives of `post_hoc`, with | between them.': '`post_hoc` 的备选写法，以 | 分隔。',
  'Alternatives of `rescale`, with | between them.': '`rescale` 的备选写法，以 | 分隔。',
  'Alternatives of `rotate`, with | between them.': '`rotate` 的备选写法，以 | 分隔。',
  'Alternatives of `score`, with | between them.': '`score` 的备选写法，以 | 分隔。',
  'Alternatives of `weight`, with | between them.': '`weight` 的备选写法，以 | 分隔。',
  'An answer outside its scale is reported and treated as missing.': '超出取值范围的回答作为问题报告，并按缺失处理。',
  'An effect by way of others: total, direct, and indirect along each way.':
    '经由中介变量的效应：总效应、直接效应，以及沿每条路径的间接效应。',
  'An empty cell. Always missing, whether it is listed or not.': '空白单元格。无论是否列出，总是缺失。',
  'As many as explain this share of the variance.': '累积方差解释率达到该比例所需的个数。',
  'As many as have an eigenvalue above that of random data (parallel analysis, 95th percentile).':
    '特征值大于随机数据特征值的个数（平行分析，第 95 百分位数）。',
  'Average marginal effects with their standard errors.': '平均边际效应及其标准误。',
  'Bonferroni’s correction.': 'Bonferroni 校正。',
  'By entropy: a member weighs the more, the more unevenly it is spread over the cases.': '熵值法：成员在个案间的分布越不均匀，权重越大。',
  'By judgements of pairs, `physical / social = 3` for three times as important: the eigenvector, with its consistency.':
    '由成对判断得出，`physical / social = 3` 表示重要程度为 3 倍：取特征向量，并给出一致性。',
  'By ordinary maximum likelihood.': '采用普通最大似然法。',
  'By the coefficient of variation.': '变异系数法。',
  'CRITIC: a member weighs the more, the more it varies and the less it says what the others say.':
    'CRITIC 权重法：成员变异越大、与其他成员重复的信息越少，权重越大。',
  'Cases are drawn with replacement so many times: standard errors and percentile intervals of the products, as PROCESS.':
    '有放回地抽取个案，重复所写次数：各乘积的标准误和百分位区间，同 PROCESS。',
  'Cases are drawn with replacement so many times: standard errors, p-values and percentile intervals from those samples.':
    '有放回地抽取个案，重复所写次数：标准误、p 值和百分位区间由这些样本得出。',
  'Character encoding of the file.': '文件的字符编码。',
  'Claims that the results bear out or not.': '由结果判定是否成立的论断。',
  'Clustered standard errors that are right for few clusters too: CR2, with degrees of freedom of their own for each coefficient.':
    '聚类很少时也适用的聚类稳健标准误：CR2，每个系数各有其自由度。',
  'Codes are values.': '代码即为取值。',
  'Components whose eigenvalue is larger (Kaiser’s criterion). The default without named components.':
    '特征值更大的成分（Kaiser 准则）。未声明成分时为默认设置。',
  'Computed as if every row counted once, in a study with weights.': '在有权重的研究中，按每行只计一次计算。',
  'Correlations of several variables.': '若干变量的相关。',
  'Correlations over the cases that answered both; n is the smallest, as SPSS REGRESSION /MISSING PAIRWISE.':
    '每个相关系数以两个变量都有回答的个案计算；n 取其中最小者，同 SPSS REGRESSION /MISSING PAIRWISE。',
  'Counts, whose logarithm of the mean is linear.': '计数变量，其均值的对数是线性的。',
  'Digits after the point, 0 to 10.': '小数点后的位数，0～10。',
  'Direct oblimin with a δ of its own: below 0 the factors correlate less; at most 0.8.':
    '自定 δ 的直接斜交法（oblimin）：小于 0 时因子间相关更低；最大为 0.8。',
  'Direct oblimin, oblique: δ 0 (quartimin), with Kaiser normalisation, as SPSS has it.':
    '直接斜交法（oblimin）：δ 为 0（quartimin），采用 Kaiser 标准化，同 SPSS。',
  'Each case has the mean of all that share its value of this category or column, of those answered.':
    '每个个案取同一类别（或同一列取值）中有回答者的均值。',
  'Each column by its own numbers, with the others as witness.': '每列依其自身的数判断，其他列为佐证。',
  'Each component is brought to 0..100 first; the composite is their weighted mean.': '各成分先换算为 0～100，综合得分为其加权均值。',
  'Each component is brought to these ends first; the composite is their weighted mean.': '各成分先换算到这两端，综合得分为其加权均值。',
  'Each composed component by its share of the rotated explained variance.': '参与合成的成分以旋转后的方差解释率为权重。',
  'Each outcome over the cases that have it and the group, as SPSS ONEWAY /MISSING ANALYSIS.':
    '每个因变量各用其有效且分组已知的个案，同 SPSS ONEWAY /MISSING ANALYSIS。',
  'Equamax with Kaiser normalisation: between varimax and as even a share of every component as can be.':
    '采用 Kaiser 标准化的 equamax：介于最大方差法与使各成分所占份额尽量均等之间。',
  'Equamax without Kaiser normalisation.': '不作 Kaiser 标准化的 equamax。',
  'Every case counts with what it answered: full information maximum likelihood.':
    '每个个案以其已有的回答参与：完全信息最大似然法（FIML）。',
  'Every correlation is computed over the cases that answered both items; n is the smallest.':
    '每个相关系数以两个题项都有回答的个案计算；n 取其中最小者。',
  'Every outcome over the cases that have all outcomes and the group, as SPSS ONEWAY /MISSING LISTWISE.':
    '所有因变量都用全部因变量有效且分组已知的个案，同 SPSS ONEWAY /MISSING LISTWISE。',
  'Factor scores by Anderson and Rubin: uncorrelated with SD 1; of uncorrelated factors only.':
    'Anderson–Rubin 法的因子得分：互不相关，标准差为 1；只用于不相关的因子。',
  'Factor scores by Bartlett’s method: unbiased, with SDs above 1.': 'Bartlett 法的因子得分：无偏，标准差大于 1。',
  'For each pair the cases that have both, as SPSS CORRELATIONS does unless told otherwise.':
    '每对变量各用两者都有效的个案，SPSS CORRELATIONS 的默认做法。',
  'From the lower end of its scale, or of `within`, 0 to the upper end 1: comparable between samples.':
    '以其量表（或 `within`）的下限为 0、上限为 1：样本之间可以比较。',
  'From the smallest value 0 to the largest 1 (min–max).': '以最小值为 0、最大值为 1（极差标准化）。',
  'Games–Howell, for unequal variances.': 'Games–Howell 法，适用于方差不等。',
  'Groups of as good as equal size, counted from the lowest values: what the codes of the levels are then.':
    '个案数尽量相等的组，自最低值起编号：编号即为类别的代码。',
  'Holm’s step-down correction.': 'Holm 逐步校正。',
  'How answers become one score.': '各回答如何合为一个得分。',
  'How components, or members, are weighted; components by explained variance and members alike when left out.':
    '各成分（或各成员）如何加权；不写时，成分以方差解释率为权重，成员等权。',
  'How each member is brought to a common footing before it is weighted: the index is a weighted mean of its members, without components; by range when left out.':
    '各成员在加权之前如何换算到同一尺度：指数是各成员的加权均值，没有成分；不写时为 range。',
  'How factors are extracted.': '如何提取因子。',
  'How indirect effects are tested; delta when left out.': '如何检验间接效应；不写时为 delta。',
  'How many answers, or members, must be there. A sum of fewer than all is prorated: the mean of those that are there times how many there are, and told. When left out, a mean needs one, a sum and weighted members all.':
    '至少须有多少个回答（或成员）有效。求和时若不全，则以有效者的均值乘以总数折算，并予以说明。不写时，均值须有 1 个，求和与加权成员须全部有效。',
  'How many components are kept; as many as are named when left out.': '保留多少个成分；不写时与所命名的一样多。',
  'How many decimals the report prints; 3 when left out.': '报告中的小数位数；不写时为 3。',
  'How many of the values in `sum`, `mean`, `min` or `max` must be there. A sum of fewer than all is prorated: the mean of those that are there times how many there are, and told. When left out, a sum needs all, the others one.':
    '`sum`、`mean`、`min`、`max` 中至少须有多少个值有效。求和时若不全，则以有效者的均值乘以总数折算，并予以说明。不写时，求和须全部有效，其他有 1 个即可。',
  'How many people a case stands for: estimates are weighted then.': '每个个案代表多少人：估计值据此加权。',
  'How standard errors are computed; classical when left out.': '标准误的算法；不写时为 classical。',
  'How the kept components are rotated.': '保留的成分如何旋转。',
  'How the parameters are estimated; ml when left out.': '参数的估计方法；不写时为 ml。',
  'How the report is written.': '报告的写法。',
  'How this survey asked what the replicated one asked.': '被重复的研究所问的内容，在本次调查中是如何询问的。',
  'How weighted members are put together.': '加权后的成员如何合成。',
  'Indicators that ask about one thing.': '询问同一内容的若干指标。',
  'Inherited declarations that this study drops.': '所沿用的声明中，本研究剔除的。',
  'It is an error, and no standard errors are shown.': '作为错误处理，不给出标准误。',
  'It is reported and used as it stands: to reproduce a paper that did not clean its data.':
    '报告为问题，但按原值使用：用于复现未清理数据的论文。',
  'Kendall’s τ-b.': 'Kendall τ-b。',
  'Least squares residual correlations (minres, unweighted least squares): where principal axes stand still.':
    '最小残差法（minres，未加权最小二乘）：主轴因子法收敛到的解。',
  'Logistic regression of an outcome with two values, by maximum likelihood.': '二分因变量的 Logit 回归，采用最大似然法。',
  'Maximum likelihood: common factors that make the correlations likeliest, with a test whether they are enough.':
    '最大似然法：使所得相关最可能出现的公因子，并检验其个数是否足够。',
  'Maximum likelihood: χ² and errors for answers that are normal. lavaan’s ML, AMOS with n in place of n − 1.':
    '最大似然法：χ² 和标准误以回答服从正态分布为前提。同 lavaan 的 ML，或以 n 代替 n − 1 的 AMOS。',
  'Mean 0, SD 1.': '均值 0，标准差 1。',
  'Mean 50, SD 10.': '均值 50，标准差 10。',
  'Missing answers, of dummies and of outcomes too, are replaced by the mean over the cases used, as SPSS MEANSUBSTITUTION.':
    '缺失值（包括虚拟变量和因变量的）以所用个案的均值替换，同 SPSS 的 MEANSUBSTITUTION。',
  'Models that explain one or more outcomes by the same predictors.': '以相同自变量解释一个或多个因变量的模型。',
  'Names in the first of these rows, other headings down to the last.': '变量名在其中第一行，其余表头行直至最后一行。',
  'No figures.': '不附图。',
  'No tables.': '不附表。',
  'Nobody has checked this map line yet: it is counted by `check`, `run` and `compare` until the word is taken out.':
    '该对照行尚无人核对：去掉此词之前，`check`、`run` 和 `compare` 都会计数。',
  'Nothing, as if it had been drawn for certain (SPSS).': '不计，视同必然入样（SPSS 的做法）。',
  'Numbers that are taken less their mean over the cases, in products too.': '减去个案均值（中心化）的数值变量，乘积项中也是如此。',
  'Oblimin without Kaiser normalisation, as R’s GPArotation and psych have it.':
    '不作 Kaiser 标准化的 oblimin，同 R 的 GPArotation 和 psych。',
  'Of ranks (Spearman).': '秩相关（Spearman）。',
  'Of the answers as numbers.': '以回答的数值计算。',
  'Of the normal variables that answers in few steps are cut from (two-step estimates).': '以少数几级回答背后的正态变量计算（两步估计）。',
  'One question answered by one of several levels.': '以若干类别之一回答的一个问题。',
  'One question answered on a rating scale.': '在评分量表上回答的一个问题。',
  'Onto these ends, from the goalposts.': '由上下限换算到这两端。',
  'Ordered answers: polychoric correlations, weighted least squares, a χ² scaled and shifted, as Mplus’ WLSMV.':
    '有序回答：多分格相关，加权最小二乘，χ² 经均值和方差校正，同 Mplus 的 WLSMV。',
  'Ordinary least squares.': '普通最小二乘（OLS）。',
  'Parameters that are estimated besides: a cross-loading, `item on factor`, and correlated errors, `item with item`.':
    '另外估计的参数：交叉载荷写 `题项 on 因子`，相关误差写 `题项 with 题项`。',
  'Pearson’s r of the values.': '取值的 Pearson r。',
  'Predictors that enter a model together.': '一起进入模型的自变量。',
  'Predictors whose slopes vary between the groups of a mixed model.': '混合模型中斜率随组变化的自变量。',
  'Principal axis factoring: common factors, communalities iterated from squared multiple correlations.':
    '主轴因子法：公因子，共同度自复相关系数平方起迭代。',
  'Principal components of the correlation matrix.': '相关矩阵的主成分。',
  'Probit regression of an outcome with two values.': '二分因变量的 Probit 回归。',
  'Promax from varimax without Kaiser normalisation.': '由不作 Kaiser 标准化的最大方差法得出的 Promax。',
  'Promax with a κ of its own: the larger, the more the factors correlate.': '自定 κ 的 Promax：越大，因子间相关越高。',
  'Promax, oblique: from varimax, κ 4, as SPSS has it.': 'Promax 斜交旋转：由最大方差法得出，κ 为 4，同 SPSS。',
  'Proportional odds of an outcome with ordered values: P(Y ≤ j) by logit(τⱼ − x′b).':
    '有序因变量的比例优势模型：P(Y ≤ j) 取 logit(τⱼ − x′b)。',
  'Quartimax with Kaiser normalisation: as few components an item as can be.': '采用 Kaiser 标准化的 quartimax：每个题项涉及尽量少的成分。',
  'Quartimax without Kaiser normalisation.': '不作 Kaiser 标准化的 quartimax。',
  'Ranks, from 0 to 1.': '取秩，0～1。',
  'Scores by groups, with tests.': '各组的得分及其检验。',
  'Scores of components or factors by the regression method: what `components` are.': '以回归法计算的成分或因子得分：`components` 即为此。',
  'Scores of components.': '各成分的得分。',
  'Scores stay as they are: z-scores and their weighted sum.': '得分保持原样：标准分及其加权和。',
  'So many components; as many as are named when left out.': '所写个数的成分；不写时与所命名的一样多。',
  'So many groups, with borders as SPSS computes percentiles; a value on a border is in the lower group.':
    '所写个数的组，分界同 SPSS 的百分位数；恰在分界上的值归入较低的组。',
  'So many.': '所写的个数。',
  'Sobel’s standard errors of the products, and intervals of the normal distribution.': '各乘积的 Sobel 标准误，以及正态分布的区间。',
  'Spearman’s ρ: Pearson’s of the ranks.': 'Spearman ρ：秩的 Pearson 相关。',
  'Standard errors of the sample’s design, by its strata and sampling units: what holds with `weight` in the data block.':
    '按抽样设计（抽样层和抽样单元）计算的标准误：数据块中有 `weight` 时采用。',
  'Standard errors that allow for likeness within the groups of a column.': '考虑同组个案相似的标准误，组由某一列给出。',
  'Standard errors that assume equal variances.': '假定同方差的标准误。',
  'Studies that are held against the first of them. A file of its own kind: quantities and hypotheses use the comparison’s numbers.':
    '与其中第一项对照的各项研究。单独成一类文件：统计量和假设使用比较所得的数值。',
  'Takes over every clause of another declaration of its kind, but those it states itself.': '沿用同类另一声明的全部子句，自己写明的除外。',
  'The DOI of the source.': '出处的 DOI。',
  'The cases that are used; of the data, who is a respondent.': '所用的个案；在数据块中指谁算受访者。',
  'The cases that have every variable of the table.': '表中全部变量都有效的个案。',
  'The character encoding of the file; found and said when left out.': '文件的字符编码；不写时自动识别并说明。',
  'The coefficients themselves, with the intercept.': '系数本身，含常数项。',
  'The column (or file) the values come from; the declared name when left out.': '取值所在的列（或文件）；不写时为所声明的名称。',
  'The column heads of a printed table.': '所发表表格的列头。',
  'The column of the groups in which cases were sampled together.': '整群抽样中群所在的列。',
  'The column or category of the strata in which cases were drawn.': '抽样层所在的列或分类变量。',
  'The column that names each case.': '标识每个个案的列。',
  'The components as they are extracted.': '提取后的成分，不旋转。',
  'The components that enter the composite; every named one when left out.': '参与综合得分的成分；不写时为全部已命名的成分。',
  'The composite, and each component, by min–max to these ends.': '综合得分及各成分，按最小值和最大值换算到这两端。',
  'The file of answers, or a table of a database behind its name; and how to read it.':
    '回答所在的文件，或数据库中的表（写在数据库名称之后），以及读取方式。',
  'The index is a score of its answers, without components.': '该指数是回答的一个得分，没有成分。',
  'The item by which a component is recognised.': '用来识别成分的题项。',
  'The kind of model; linear when left out.': '模型的种类；不写时为 linear。',
  'The language of labels and tables in the report; en when left out.': '报告中标签和表格的语言；不写时为 en。',
  'The level or value of the outcome that is counted as 1: 1 of a number that is 0 or 1, the level that is no reference of two.':
    '记为 1 的因变量类别或取值：取值为 0、1 的数值变量为 1，两个类别的变量为非参照组的类别。',
  'The level that the others are compared with; the first when left out.': '其他类别与之比较的类别；不写时为第一个。',
  'The lowest and the highest score that the answers’ scales allow.': '按各回答的量表可能达到的最低和最高得分。',
  'The lowest and the highest score that there is.': '实际的最低和最高得分。',
  'The mean of those answers that are there.': '有效回答的均值。',
  'The mean of two: CRITIC, and all alike.': '两种权重的均值：CRITIC 权重法与等权。',
  'The mean of two: CRITIC, and entropy.': '两种权重的均值：CRITIC 权重法与熵值法。',
  'The mean of two: CRITIC, and judgements (AHP).': '两种权重的均值：CRITIC 权重法与判断矩阵（AHP）。',
  'The mean of two: CRITIC, and the coefficient of variation.': '两种权重的均值：CRITIC 权重法与变异系数法。',
  'The mean of two: all alike, and CRITIC.': '两种权重的均值：等权和CRITIC 权重法。',
  'The mean of two: all alike, and entropy.': '两种权重的均值：等权和熵值法。',
  'The mean of two: all alike, and judgements (AHP).': '两种权重的均值：等权和判断矩阵（AHP）。',
  'The mean of two: all alike, and the coefficient of variation.': '两种权重的均值：等权和变异系数法。',
  'The mean of two: entropy, and CRITIC.': '两种权重的均值：熵值法与CRITIC 权重法。',
  'The mean of two: entropy, and all alike.': '两种权重的均值：熵值法与等权。',
  'The mean of two: entropy, and judgements (AHP).': '两种权重的均值：熵值法与判断矩阵（AHP）。',
  'The mean of two: entropy, and the coefficient of variation.': '两种权重的均值：熵值法与变异系数法。',
  'The mean of two: judgements (AHP), and CRITIC.': '两种权重的均值：判断矩阵（AHP）和CRITIC 权重法。',
  'The mean of two: judgements (AHP), and all alike.': '两种权重的均值：判断矩阵（AHP）和等权。',
  'The mean of two: judgements (AHP), and entropy.': '两种权重的均值：判断矩阵（AHP）和熵值法。',
  'The mean of two: judgements (AHP), and the coefficient of variation.': '两种权重的均值：判断矩阵（AHP）和变异系数法。',
  'The mean of two: the coefficient of variation, and CRITIC.': '两种权重的均值：变异系数法与CRITIC 权重法。',
  'The mean of two: the coefficient of variation, and all alike.': '两种权重的均值：变异系数法与等权。',
  'The mean of two: the coefficient of variation, and entropy.': '两种权重的均值：变异系数法与熵值法。',
  'The mean of two: the coefficient of variation, and judgements (AHP).': '两种权重的均值：变异系数法与判断矩阵（AHP）。',
  'The mean variance of the other strata.': '其他抽样层方差的平均。',
  'The mediators: `a, b` side by side, `a then b` one after the other.': '中介变量：`a, b` 为并行，`a then b` 为依次。',
  'The names stand in the first row; rows of headings below them are recognised, left out and told.':
    '变量名在第一行；其下的表头行会被识别、剔除并说明。',
  'The number is 1 where the condition holds and 0 where it does not. True or missing is true, false or missing is missing, as in SPSS.':
    '条件成立时为 1，不成立时为 0。真或缺失为真，假或缺失为缺失，同 SPSS。',
  'The outcomes, each with a model of its own.': '因变量，每个各有一个模型。',
  'The p-values of t.': 't 的 p 值。',
  'The pairwise comparison after a test of several groups; tukey when left out.': '多组检验之后的事后多重比较；不写时为 tukey。',
  'The predictors of a regression, or the groups of a comparison.': '回归的自变量，或比较的分组。',
  'The publication whose method the spec writes down.': '本研究说明所依据方法的出处。',
  'The range onto which the values are brought linearly, from the goalposts; as they stand when left out.':
    '取值由上下限线性换算到的范围；不写时保持原样。',
  'The range or unit in which scores are given; 0..100 when left out.': '得分的取值范围或单位；不写时为 0..100。',
  'The row that holds the names; answers begin in the next one.': '变量名所在的行；回答自下一行起。',
  'The rows of headings: the names of the columns stand in the first, words of the questions below them; found and said when left out.':
    '表头所在的各行：第一行为变量名，其下为题目；不写时自动识别并说明。',
  'The same as `axis`.': '同 `axis`。',
  'The same estimates with errors and a χ² that hold without normality (sandwich; Yuan and Bentler), as Mplus’ MLR.':
    '估计值相同，标准误和 χ² 不要求正态（夹心估计；Yuan–Bentler），同 Mplus 的 MLR。',
  'The same with a lower limit alone.': '同上，只有下限。',
  'The same with an upper limit alone.': '同上，只有上限。',
  'The same without Kaiser normalisation.': '同上，不作 Kaiser 标准化。',
  'The same, with intervals that are corrected for bias and skewness (BCa).': '同上，区间校正偏差和偏度（BCa）。',
  'The scale the answers were given on: a declared scale, or its two ends.': '回答所用的评分量表：已声明的量表，或其两个端点。',
  'The version of the language that the file was written for; the present one when left out. `studyspec fmt --upgrade` brings it up.':
    '该文件按语言的哪一版本编写；不写时为当前版本。用 `studyspec fmt --upgrade` 升级。',
  'The seed of everything that is drawn at random.': '一切随机抽取所用的随机种子。',
  'A table of PostgreSQL, reached as `psql` is: PGHOST, PGUSER … Only counts are fetched.':
    'PostgreSQL 的表，连接方式同 `psql`：PGHOST、PGUSER 等。只取频数。',
  'A table of ClickHouse, reached by CLICKHOUSE_URL. Only counts are fetched.': 'ClickHouse 的表，由 CLICKHOUSE_URL 指明。只取频数。',
  'A table of a DuckDB file of any size, counted by SQL. Without this word its rows are read, and all methods work.':
    'DuckDB 文件中的表，大小不限，由 SQL 计数。不写此词则逐行读取，全部方法可用。',
  'The table, or view, of a DuckDB file that holds the answers; its only one when left out. A schema stands before a dot.':
    'DuckDB 文件中回答所在的表或视图；不写时为唯一的一张。模式名写在点之前。',
  'The sheet of a workbook that holds the answers; its only one when left out.': '工作簿中回答所在的工作表；不写时为唯一的一张。',
  'The significance levels of *, ** and *** in print; the report’s own when left out.': '论文中 *、**、*** 的显著性水平；不写时同报告。',
  'The significance levels of *, ** and ***; 0.10, 0.05, 0.01 when left out.': '*、**、*** 的显著性水平；不写时为 0.10、0.05、0.01。',
  'The slope of a number at the levels of a category, or at the mean of a number and one SD to either side.':
    '数值变量在某分类变量各类别上的斜率，或在另一数值变量的均值及其上下一个标准差处的斜率。',
  'The smallest and the largest value that there is.': '实际的最小值和最大值。',
  'The spec whose declarations this study inherits.': '本研究沿用其声明的研究说明。',
  'The square of its distance from the mean of all units: on the safe side (R’s survey.lonely.psu = "adjust").':
    '以其与全部单元均值之差的平方计：偏于保守（同 R 的 survey.lonely.psu = "adjust"）。',
  'The sum of all answers; with `needs`, of fewer, prorated.': '全部回答之和；写 `needs` 时，不全者按比例折算。',
  'The title of a study with data.': '有数据的研究的标题。',
  'The title of a study without data: it can be checked and replicated, not run.':
    '没有数据的研究的标题：可以检查，也可供其他调查沿用，不能运行。',
  'The values that become the ends of `rescale` (of 0..100 without one): what lies beyond is held at the end, and told. The smallest and the largest value that there is when left out; stated ones make samples comparable.':
    '换算为 `rescale` 两端（未写时为 0..100）的取值：超出者按端点计，并予以说明。不写时为实际的最小值和最大值；写明时样本之间可以比较。',
  'The values that become the ends of `rescale`: stated ones make samples comparable. What lies beyond is held at the end, and told. The lowest and the highest score that there is when left out.':
    '换算为 `rescale` 两端的取值：写明时样本之间可以比较。超出者按端点计，并予以说明。不写时为实际的最低和最高得分。',
  'Their 95 % confidence intervals.': '系数的 95% 置信区间。',
  'Their standard errors.': '系数的标准误。',
  'Their weighted arithmetic mean.': '加权算术均值。',
  'Their weighted geometric mean: a member that is 0 makes it 0, which is counted and told.':
    '加权几何均值：有成员为 0 时结果为 0，会计数并说明。',
  'These values, whatever the data hold.': '所写的这两个值，不论数据如何。',
  'Tukey–Kramer, for equal variances.': 'Tukey–Kramer 法，适用于方差相等。',
  'How many the population has of each level: the report sets what was sampled beside it.': '总体中各类别的数目：报告将样本列于其旁。',
  'Nobody says.': '未写明。',
  'So many of each level; one that is left out is not known.': '逐类别写明；略去的类别视为未知。',
  'Units of the first stage in the population or in a case’s stratum.': '总体或个案所在抽样层中第一阶段的单元数。',
  'Values stay as they are.': '取值保持原样。',
  'Values that stand for no answer: they replace those of the dimension or the block, and these the data block’s. A blank is always missing.':
    '表示无回答的值：替代维度或变量组的设定，后者又替代数据块的设定。空白总是缺失。',
  'Variance inflation factors.': '方差膨胀因子。',
  'Varimax with Kaiser normalisation, as SPSS has it.': '采用 Kaiser 标准化的最大方差法（varimax），同 SPSS。',
  'Varimax without Kaiser normalisation.': '不作 Kaiser 标准化的最大方差法（varimax）。',
  'Was not asked in this survey: dropped from every model, and said so.': '本次调查未询问：从所有模型中剔除，并予以说明。',
  'Weights of your own; they are brought to a sum of 1.': '自定的权重；会调整为总和等于 1。',
  'What a paper printed: single figures and tables.': '论文的发表值：单个数值和表格。',
  'What a stratum with a single sampling unit adds to the variance; it is an error when left out.':
    '只有一个抽样单元的抽样层对方差的贡献；不写时为错误。',
  'What a value can be, ends included: one outside is a data problem and missing, like an answer outside its scale.':
    '可能的取值，含两端：超出者为数据问题并按缺失处理，如同超出取值范围的回答。',
  'What each predictor accounts for of R², averaged over all orders in which they can enter (LMG).':
    '各自变量对 R² 的贡献，对所有进入次序取平均（LMG）。',
  'What happens to an answer outside its scale; it is dropped (missing) when left out.': '对超出取值范围的回答的处理；不写时按缺失处理。',
  'What is done about missing answers; listwise when left out.': '对缺失值的处理；不写时为 listwise。',
  'What is held constant: partial correlations.': '控制变量：计算偏相关。',
  'What it is made of.': '由什么构成。',
  'What parts the answers that stand in one cell.': '同一单元格中各回答之间的分隔符。',
  'What parts the decimals of numbers in the file; found and said when left out.': '文件中数值的小数点；不写时自动识别并说明。',
  'What stands in the column of an option that was chosen; 1 when left out.': '选中某选项时其列中的内容；不写时为 1。',
  'What the weights are brought to.': '权重据以校准的总体数。',
  'Columns whose cells are names, whatever they look like: `007` is no 7. Keys, and what is compared with a text, are names anyway.':
    '单元格一律作为名称的列，无论写成什么样：`007` 不是 7。关键字列以及与文本比较的列本来就作为名称。',
  'Which cases take part when outcomes are missing; pairwise when left out.': '因变量缺失时哪些个案参与；不写时为 pairwise。',
  'Which cases take part when values are missing; listwise when left out.': '取值缺失时哪些个案参与；不写时为 listwise。',
  'Which columns the report shows; standardized when left out.': '报告列出哪些列；不写时为 standardized。',
  'Which correlation; pearson when left out.': '何种相关；不写时为 pearson。',
  'Which correlations components or factors are made of.': '成分或因子由何种相关得出。',
  'Whether what is written names respondents by their ids.': '输出是否以编号指称受访者。',
  'Whether counts of few respondents, and what is computed of so few, are shown.': '是否显示人数过少的频数以及据此少数人计算的统计量。',
  'All numbers are shown, of however few respondents.': '显示全部数值，无论人数多少。',
  'Counts of fewer respondents are not shown, nor means, spreads and percentages of so few, nor what they could be computed from: 2 to 1000.':
    '人数少于该值的频数不予显示，据此少数人计算的均值、离散程度和百分比以及可以推算出这些频数的数值也不显示：2 至 1000。',
  'Ids stand in problems, in scores and in answers that could not be used.': '问题说明、得分数据和不能使用的回答中列出编号。',
  'No id leaves the program: respondents have the numbers of their rows, in every form.': '任何输出都不含编号：受访者一律以行号指称。',
  'Which figures the report holds.': '报告附哪些图。',
  'By whose rules tables, figures and their captions look in Word and LaTeX files; plain when left out. Page and terminal keep their own look.':
    'Word 和 LaTeX 文件中表、图及其标题按哪种体例排印；省略时为 plain。网页和终端保持其原有样式。',
  'Three-line tables, number and title on one line, Times and SimSun.': '三线表，编号与标题同行，用 Times 和宋体。',
  'APA, 7th edition: a bold number, under it the title in italics, both above tables and figures; thin rules; 12 pt text in double lines; what tells of stars on a line of its own.':
    'APA 第 7 版：编号加粗，标题用斜体另起一行，均在表和图的上方；细线；正文 12 磅、双倍行距；显著性星号的说明另起一行。',
  'GB/T 7713, three-line tables: captions centred, in SimHei, above tables and below figures; rules of 1.5 and 0.75 pt.':
    'GB/T 7713，三线表：标题居中，用黑体，表题在上、图题在下；线粗 1.5 磅和 0.75 磅。',
  'As Nature and its like print: sans-serif, small, thin rules, “Table 1 | Title” in bold.':
    '仿 Nature 等期刊：无衬线字体，小字号，细线，标题加粗，作“表1 | 标题”。',
  'In which languages tables and figures have their captions.': '表题和图题用哪些语言。',
  'In the language of the report.': '用报告的语言。',
  'In Chinese and in English, one below the other, as Chinese journals have them (GB/T 7713): the language of the report above.':
    '中英文双语题名，上下各占一行，合中文期刊（GB/T 7713）的要求：报告的语言在上。',
  'Which tables the report holds, in this order: parts of the study and names of declarations; in a file that compares studies its sections, as `--only` has them. All when left out.':
    '报告附哪些表，按此处的次序：研究的组成部分和声明的名称；比较多项研究的文件则为其各节，与 `--only` 相同。不写时附全部。',
  'The sample, and who is counted in which model.': '样本，以及各模型计入的个案。',
  'Indicators, respondents and other variables.': '指标、受访者和其他变量。',
  'Reliability of dimensions, blocks and indices.': '维度、变量组和指数的信度。',
  'Figures made of figures.': '由其他统计量算出的统计量。',
  'Hypotheses with their claims.': '假设及其论断。',
  'White’s standard errors, which hold when variances differ.': 'White 标准误，方差不等时也成立。',
  'White’s, corrected for leverage as the jackknife does: the usual choice below 250 cases.':
    'White 标准误，按刀切法校正杠杆值：个案少于 250 时的通常选择。',
  'White’s, corrected for leverage.': 'White 标准误，校正杠杆值。',
  'White’s, corrected the more, the more leverage a case has.': 'White 标准误，杠杆值越大的个案校正越多。',
  'White’s, corrected twice over for leverage: for residuals that are not normal (Cribari-Neto & da Silva 2011).':
    'White 标准误，按杠杆值作两重校正：用于残差非正态时（Cribari-Neto & da Silva 2011）。',
  'White’s, times n/(n − k − 1): as Stata’s robust.': 'White 标准误，乘以 n/(n − k − 1)：同 Stata 的 robust。',
  'With Firth’s penalty, which has estimates where predictors separate the outcome.': '采用 Firth 惩罚，自变量完全分离因变量时也有估计值。',
  'With the normal distribution in the logistic one’s place.': '以正态分布代替 Logistic 分布。',
  'b divided by its standard error.': 'b 除以其标准误。',
  'exp(b) with its interval: odds ratios of a logit, rate ratios of counts.': 'exp(b) 及其区间：Logit 的优势比，计数变量的发生率比。',
  'Šidák’s correction, a little closer than Bonferroni’s.': 'Šidák 校正，比 Bonferroni 略为宽松。',
  'β, the standardised coefficients.': 'β，即标准化系数。',
} as const satisfies Readonly<Partial<Record<EnglishText, string>>>;
