using TemporalVideo.ConformanceReport;

// usage: ConformanceReport ROWS RESULTS_FOLDER MARKDOWN_FILE [--complete]
// With --complete every row is shown, and every required one needs a passing test or a reason; else only rows that tests of this run are
// about.
if (args.Length is not (3 or 4) || (args.Length == 4 && args[3] != "--complete"))
{
    Console.Error.WriteLine("usage: ConformanceReport ROWS RESULTS_FOLDER MARKDOWN_FILE [--complete]");
    return 2;
}

IReadOnlyList<Row> rows;
using (var file = File.OpenText(args[0]))
{
    rows = Row.Read(file);
}

var isComplete = args.Length == 4;
var lines = ReportLine.Of(rows, Trx.ReadFolder(args[1])).Where(line => isComplete || line.HasTests).ToList();
Console.Write(ReportText.Plain(lines));
Console.WriteLine(ReportText.Sum(lines));
File.WriteAllText(args[2], ReportText.Markdown(lines));
foreach (var line in lines.Where(line => line.IsOutdated))
{
    Console.WriteLine($"{line.Row.Id} is met: take its reason out of the rows.");
}

var unexplained = isComplete ? lines.Where(line => line.IsUnexplained).ToList() : [];
foreach (var line in unexplained)
{
    Console.Error.WriteLine($"{line.Row.Id} ({line.Row.Priority}) has neither a passing test nor a reason: {line.Row.Title}");
}

return unexplained.Count == 0 ? 0 : 1;
