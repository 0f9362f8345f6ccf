using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using TemporalVideo.Tests.Support;

namespace TemporalVideo.EndToEnd.Tests;

/// <summary>Pipelines of jobs by the command line, with real commands.</summary>
public sealed class PipelineTests
{
    private static readonly TimeSpan GoneWithin = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Run_PlanDevTestVerify_MendsTheProgramAndCannotBeChangedAfterwards()
    {
        using var folder = new ProductFolder();

        var (code, output, errors) = await StarterProcess.RunAsync(
            folder, "pipeline", "run", "plan-dev-test-verify", "--id", "mend", "--user", "anna", "--set", "number=4", "--json");

        code.Should().Be(0, errors);
        var last = output.Split('\n').Where(line => line.Contains("\"Job\"")).Select(line => JsonSerializer.Deserialize<JsonElement>(line))
            .GroupBy(line => line.GetProperty("Job").GetString()!)
            .ToDictionary(job => job.Key, job => job.Last().GetProperty("State").GetString());
        last.Keys.Should().BeEquivalentTo("plan", "dev", "test", "dev.2", "verify");
        last.Values.Should().OnlyContain(state => state == "Completed");
        var logged = await StarterProcess.RunAsync(folder, "pipeline", "logs", "mend", "verify", "--user", "anna");
        logged.Output.Should().Be("8", "it ended with {0}: {1}", logged.Code, logged.Errors);
        (await StarterProcess.RunAsync(folder, "pipeline", "logs", "mend", "--search", "8", "--user", "anna")).Output
            .Should().Contain("verify.1:1: 8");
        (await StarterProcess.RunAsync(folder, "pipeline", "show", "mend", "--user", "anna")).Output
            .Should().Contain("used  tested.sh of test").And.Contain("used  failure.txt of test");

        (await RowsAsync(folder, "SELECT id || ' ' || state || ' ' || attempt FROM pipeline_job ORDER BY position")).Should().Equal(
            "plan Completed 1", "dev Completed 1", "test Completed 1", "verify Completed 1", "dev.2 Completed 1");
        (await RowsAsync(folder, "SELECT state || ' ' || template_version FROM pipeline")).Should().Equal("Completed 1");
        (await RowsAsync(folder, "SELECT job_id || ' ' || path || ' ' || source_job FROM pipeline_consumption"))
            .Should().Contain(["dev.2 failure.txt test", "verify tested.sh test"]);
        (await RowsAsync(folder, "SELECT name || ' ' || state FROM pipeline_stage ORDER BY position"))
            .Should().Equal("plan Completed", "dev Completed", "test Completed", "verify Completed");

        var plan = Directory.GetFiles(Path.Combine(folder.Root, "out", "store", "pipelines", "anna", "plans"), "*.json").Single();
        await File.WriteAllTextAsync(
            plan, (await File.ReadAllTextAsync(plan)).Replace("\"OriginalPrompt\":\"\"", "\"OriginalPrompt\":\"Do harm.\""));
        var changed = await StarterProcess.RunAsync(folder, "pipeline", "rerun", "mend", "--from", "verify", "--user", "anna");

        changed.Code.Should().Be(1);
        changed.Output.Should().Contain("is not the one that was ordered");
    }

    [Fact]
    public async Task Run_StarterIsKilled_ItsCommandsEndAndAnotherWorkerGoesOn()
    {
        using var folder = new ProductFolder();
        var (pids, mayEnd) = (Path.Combine(folder.Root, "pids"), Path.Combine(folder.Root, "may-end"));
        await File.WriteAllTextAsync(Path.Combine(folder.Root, "config", "job-pipelines", "long.yaml"), $$"""
            jobs:
              long:
                command: [sh, -c, 'sleep 600 & echo $$ $! >>"$PIDS"; while [ ! -e "$MAY_END" ]; do sleep 0.1; done']
                environment: {PIDS: {{pids}}, MAY_END: {{mayEnd}}}
            """);
        await using (var first = StarterProcess.Start(folder, "pipeline", "run", "long", "--id", "killed", "--user", "anna", "--json"))
        {
            await UntilAsync(() => Attempts(pids).Length == 1);
            await first.KillAsync();
        }

        await UntilAsync(() => Attempts(pids)[0].Split(' ').All(pid => !LivingProcess.Is(int.Parse(pid, CultureInfo.InvariantCulture))));
        await using var worker = StarterProcess.Start(folder, "worker");
        await UntilAsync(() => Attempts(pids).Length == 2);
        await File.WriteAllTextAsync(mayEnd, "");
        await UntilAsync(() => File.Exists(Path.Combine(folder.Root, "out", "store", "pipelines", "anna", "killed", "state.json")));

        var shown = await StarterProcess.RunAsync(folder, "pipeline", "show", "killed", "--user", "anna", "--json");
        shown.Code.Should().Be(0, shown.Errors);
        var job = JsonSerializer.Deserialize<JsonElement>(shown.Output).GetProperty("Jobs")[0];
        job.GetProperty("State").GetString().Should().Be("Completed");
        job.GetProperty("Lost").GetInt32().Should().Be(1);
        job.GetProperty("RetryCount").GetInt32().Should().Be(0, "a lost worker is no failure of the job");
    }

    [Fact]
    public async Task Run_Course_WaitsForAWordAndZipsItsVideos()
    {
        using var folder = new ProductFolder();
        var file = Path.Combine(folder.Root, "config", "job-pipelines", "course.yaml");
        const string film = """
            command: [sh, -euc, 'ffmpeg -v error -f lavfi -i "color=$MATRIX_LESSON:s=160x90:d=0.4" video.mp4; echo 1 > video.srt']
                artifacts: ["video.*"]
            """;
        var template = await File.ReadAllTextAsync(file);
        var tiny = template.Replace("    type: video\n", "").Replace("video: {lesson: \"${MATRIX_LESSON}\"}", film);
        tiny.Should().NotBe(template).And.NotContain("type: video").And.Contain("lavfi");
        await File.WriteAllTextAsync(file, tiny);
        await File.WriteAllTextAsync(Path.Combine(folder.Root, "tiny.csv"), "id,lesson\nsky,blue\nsea,green\n");
        (await StarterProcess.RunAsync(folder, "pipeline", "schedule", "course", "--cron", "0 2 * * *", "--set", "lessons=tiny.csv"))
            .Code.Should().Be(0);
        (await StarterProcess.RunAsync(folder, "pipeline", "schedule", "--json")).Output.Should().Contain("\"template\":\"course\"");

        await using var run = StarterProcess.Start(
            folder, "pipeline", "run", "course", "--id", "c1", "--user", "anna", "--set", "lessons=tiny.csv", "--json");
        await run.WaitForAsync(line => line.Contains("\"approve\"") && line.Contains("Waiting"));
        (await StarterProcess.RunAsync(folder, "pipeline", "approve", "c1", "approve", "--user", "anna", "--by", "eva"))
            .Code.Should().Be(0);
        (await run.ExitAsync()).Should().Be(0);

        var hash = (await RowsAsync(folder, "SELECT sha256 FROM pipeline_artifact WHERE path = 'course.zip'")).Single();
        await using var zip = await ZipFile.OpenReadAsync(
            Path.Combine(folder.Root, "out", "store", "pipelines", "anna", "artifacts", hash));
        zip.Entries.Select(entry => entry.FullName).Where(name => !name.EndsWith('/')).Should().BeEquivalentTo(
            "course/sky.mp4", "course/sky.srt", "course/sea.mp4", "course/sea.srt", "course/sheet.jpg");
    }

    private static async Task<List<string>> RowsAsync(ProductFolder folder, string query)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(folder.Root, "out", "videos.db")};Mode=ReadOnly");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = query;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }

    private static string[] Attempts(string file) => File.Exists(file) ? File.ReadAllLines(file) : [];

    private static Task UntilAsync(Func<bool> there) => Until.TrueAsync(there, GoneWithin);
}
