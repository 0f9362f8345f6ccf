using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Temporalio.Client;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.EndToEnd.Tests;

/// <summary>
/// Pipelines of two users, whose workers and server are killed, and one of which is terminated: never do more jobs of a user run than may,
/// all others end, and no place is lost.
/// </summary>
public sealed class JobPlacesTests
{
    private const int Places = 2;
    private const int JobsOfEach = 4;

    /// <summary>A command notes itself, counts those of its user that live, and tells. Of two that begin at once one sees both.</summary>
    private const string Template = """
        limits: {max_parallel: 4}
        parameters: {seconds: {type: text, default: "0.4"}}
        jobs:
          part:
            matrix: {number: [NUMBERS]}
            command:
              - sh
              - -euc
              - |
                touch "$SEEN/$$"
                living=0
                for each in "$SEEN"/*; do
                  state=$(sed 's/.*) //; s/ .*//' "/proc/${each##*/}/stat" 2>/dev/null || true)
                  case "$state" in ''|Z|X) ;; *) living=$((living + 1)) ;; esac
                done
                echo "begin $JOB_ID $$ $living" >>"$TOLD"
                sleep "$PARAM_SECONDS"
                rm "$SEEN/$$"
            environment: {TOLD: FILE, SEEN: FOLDER}
        """;

    [Fact]
    public async Task Run_WorkersAndServerAreKilled_NoMoreJobsOfAUserRunThanMay()
    {
        using var folder = new ProductFolder();
        folder.ChangeConfiguration("config/worker.yaml", "max_running_per_user: 16", $"max_running_per_user: {Places}");
        foreach (var user in new[] { "anna", "bob" })
        {
            await File.WriteAllTextAsync(
                Path.Combine(folder.Root, "config", "job-pipelines", $"{user}.yaml"),
                Template.Replace("NUMBERS", string.Join(", ", Enumerable.Range(1, JobsOfEach))).Replace("FILE", Told(folder, user))
                    .Replace("FOLDER", Directory.CreateDirectory(Path.Combine(folder.Root, $"seen-{user}")).FullName));
        }

        List<StarterProcess> workers = [Run(folder, "anna", "gone", "--set", "seconds=600")];
        await Until.TrueAsync(() => Begun(folder, "anna").Count >= 1, TimeSpan.FromMinutes(1));
        workers.AddRange([Run(folder, "anna", "a1"), Run(folder, "anna", "a2"), Run(folder, "bob", "b1", "--set", "seconds=2")]);
        await Until.TrueAsync(() => Begun(folder, "anna").Count >= Places && Begun(folder, "bob").Count > 0, TimeSpan.FromMinutes(2));
        await ToldAsync(folder, "a1", $"anna has {Places} jobs running, of at most {Places} (jobs.max_running_per_user");
        await TerminateAsync(folder, "gone");
        await Until.TrueAsync(() => Begun(folder, "anna").Count > Places, TimeSpan.FromMinutes(2));
        foreach (var killed in workers[..2])
        {
            var seen = Begun(folder, "anna").Count;
            await killed.KillAsync();
            workers.Add(StarterProcess.Start(folder, "worker"));
            await Until.TrueAsync(() => Begun(folder, "anna").Count > seen || IsOver(folder, "a1", "a2"), TimeSpan.FromMinutes(2));
        }

        await folder.KillServerAsync();
        await Until.TrueAsync(() => IsOver(folder, "a1", "a2") && File.Exists(StateOf(folder, "bob", "b1")), TimeSpan.FromMinutes(4));

        foreach (var (user, pipelines) in new[] { ("anna", new[] { "a1", "a2" }), ("bob", ["b1"]) })
        {
            Begun(folder, user).Max(job => job.Living).Should().Be(Places, "{0} uses all places, and no more", user);
            pipelines.SelectMany(id => Jobs(StateOf(folder, user, id))).Should().HaveCount(JobsOfEach * pipelines.Length)
                .And.OnlyContain(state => state == "Completed");
        }

        await Until.TrueAsync(() => Taken(folder) == 0, TimeSpan.FromSeconds(30));
        foreach (var worker in workers)
        {
            await worker.DisposeAsync();
        }
    }

    private static StarterProcess Run(ProductFolder folder, string user, string id, params string[] more) =>
        StarterProcess.Start(folder, ["pipeline", "run", user, "--id", id, "--user", user, "--json", .. more]);

    /// <summary>Waits until 'pipeline show' says why a job is queued; the pipeline may have to begin first.</summary>
    private static async Task ToldAsync(ProductFolder folder, string id, string reason)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!(await StarterProcess.RunAsync(folder, "pipeline", "show", id, "--user", "anna")).Output.Split('\n')
            .Any(line => line.Contains("Queued", StringComparison.Ordinal) && line.Contains(reason, StringComparison.Ordinal)))
        {
            limit.Token.ThrowIfCancellationRequested();
        }
    }

    private static async Task TerminateAsync(ProductFolder folder, string id)
    {
        var client = await TemporalClient.ConnectAsync(new TemporalClientConnectOptions($"127.0.0.1:{folder.Port}"));
        await client.GetWorkflowHandle(JobPipelineId.Of(new SessionKey("anna", id))).TerminateAsync("It is in the way.");
    }

    private static string Told(ProductFolder folder, string user) => Path.Combine(folder.Root, $"told-{user}");

    private static List<(string Job, int Living)> Begun(ProductFolder folder, string user) => !File.Exists(Told(folder, user)) ? [] :
        [.. File.ReadAllLines(Told(folder, user)).Select(line => line.Split(' ')).Where(parts => parts.Length == 4)
            .Select(parts => (parts[1], int.Parse(parts[3], CultureInfo.InvariantCulture)))];

    private static string StateOf(ProductFolder folder, string user, string id) =>
        Path.Combine(folder.Root, "out", "store", "pipelines", user, id, "state.json");

    private static bool IsOver(ProductFolder folder, params string[] ids) => ids.All(id => File.Exists(StateOf(folder, "anna", id)));

    private static IEnumerable<string?> Jobs(string file) => JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(file))
        .GetProperty("Jobs").EnumerateArray().Select(job => job.GetProperty("State").GetString());

    private static long Taken(ProductFolder folder)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder.Root, "out", "videos.db")};Mode=ReadOnly");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM job_place WHERE state <> 'Left'";
        return (long)command.ExecuteScalar()!;
    }
}
