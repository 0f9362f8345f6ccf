using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using TemporalVideo.Tests.Support;
using Xunit.Abstractions;

namespace TemporalVideo.EndToEnd.Tests;

/// <summary>
/// Workers and server are killed while commands of a pipeline run: nothing of a killed worker's commands lives on, no job that had
/// finished runs again, and no half file is an artifact. <c>./bench kills</c> does it 200 times.
/// </summary>
public sealed class JobKillsTests(ITestOutputHelper output)
{
    private const int JobsForEachKill = 4;

    /// <summary>A command writes its file in two halves, with a process of its own beside it, and tells when it begins and ends.</summary>
    private const string Template = """
        limits: {max_parallel: 3}
        jobs:
          part:
            matrix: {number: [NUMBERS]}
            command:
              - sh
              - -euc
              - |
                sleep 600 &
                echo "begin $JOB_ID $$ $!" >>"$TOLD"
                printf 'first half of %s,' "$JOB_ID" >half.txt
                sleep "0.$((5 + MATRIX_NUMBER % 5))"
                printf ' and second' >>half.txt
                echo "end $JOB_ID" >>"$TOLD"
            environment: {TOLD: FILE}
            artifacts: [half.txt]
        """;

    private static readonly int Kills =
        int.TryParse(Environment.GetEnvironmentVariable("JOB_KILLS"), CultureInfo.InvariantCulture, out var count) ? count : 4;

    private static readonly TimeSpan GoneWithin = TimeSpan.FromSeconds(10);

    private readonly Random _chance = new(20_261_127);
    private int _lost;

    [Fact]
    public async Task Run_WorkersAndServerAreKilled_NothingLivesOnRunsTwiceOrIsHalf()
    {
        using var folder = new ProductFolder();
        var told = Path.Combine(folder.Root, "told");
        var numbers = string.Join(", ", Enumerable.Range(1, Math.Max(6, Kills * JobsForEachKill)));
        await File.WriteAllTextAsync(
            Path.Combine(folder.Root, "config", "job-pipelines", "parts.yaml"), Template.Replace("NUMBERS", numbers).Replace("FILE", told));
        var run = StarterProcess.Start(folder, "pipeline", "run", "parts", "--id", "k1", "--user", "anna", "--json");
        List<StarterProcess> workers = [run, StarterProcess.Start(folder, "worker")];
        for (var kill = 0; kill < Kills && !IsOver(folder); kill++)
        {
            var seen = Begun(told).Count;
            await Until.TrueAsync(() => Begun(told).Count > seen || IsOver(folder), TimeSpan.FromMinutes(3));
            await Task.Delay(_chance.Next(300));
            if (kill % 4 == 3)
            {
                await folder.KillServerAsync();
            }
            else if (workers.Find(worker => Below(worker, told).Any()) is { } busy)
            {
                await KillAsync(busy, told);
                workers.Remove(busy);
                workers.Add(StarterProcess.Start(folder, "worker"));
            }
        }

        await Until.TrueAsync(() => IsOver(folder), TimeSpan.FromMinutes(3 + Kills));
        await Until.TrueAsync(() => Begun(told).All(job => job.Processes.All(id => !LivingProcess.Is(id))), GoneWithin);

        var shown = await StarterProcess.RunAsync(folder, "pipeline", "show", "k1", "--user", "anna", "--json");
        shown.Code.Should().Be(0, shown.Errors);
        var jobs = JsonSerializer.Deserialize<JsonElement>(shown.Output).GetProperty("Jobs").EnumerateArray().ToList();
        jobs.Select(job => job.GetProperty("State").GetString()).Should().OnlyContain(state => state == "Completed");
        var begun = Begun(told).CountBy(job => job.Id).ToDictionary();
        foreach (var job in jobs)
        {
            var id = job.GetProperty("Job").GetString()!;
            begun[id].Should().BeLessThanOrEqualTo(
                1 + job.GetProperty("Lost").GetInt32(), "{0} runs again only where its worker was lost", id);
            job.GetProperty("RetryCount").GetInt32().Should().Be(0, "no command fails");
        }

        _lost.Should().BePositive("some of the kills meet commands");
        jobs.Sum(job => job.GetProperty("Lost").GetInt32()).Should().BePositive();
        output.WriteLine($"{_lost} commands were killed with their workers");
        output.WriteLine($"{jobs.Count} jobs, {begun.Values.Sum()} times begun");
        foreach (var (id, hash) in await ArtifactsAsync(folder))
        {
            var bytes = await File.ReadAllBytesAsync(Path.Combine(folder.Root, "out", "store", "pipelines", "anna", "artifacts", hash));
            Encoding.UTF8.GetString(bytes).Should().Be($"first half of {id}, and second");
            Convert.ToHexStringLower(SHA256.HashData(bytes)).Should().Be(hash);
        }

        foreach (var worker in workers)
        {
            await worker.DisposeAsync();
        }
    }

    /// <summary>Kills a worker: its commands are gone within moments.</summary>
    private async Task KillAsync(StarterProcess worker, string told)
    {
        var below = Below(worker, told).ToList();
        await worker.KillAsync();
        await worker.DisposeAsync();
        _lost += below.Count / 2;
        await Until.TrueAsync(() => below.TrueForAll(id => !LivingProcess.Is(id)), GoneWithin);
    }

    /// <summary>The living processes of a worker's commands.</summary>
    private static IEnumerable<int> Below(StarterProcess worker, string told) =>
        Begun(told).SelectMany(job => job.Processes).Where(id => LivingProcess.IsBelow(id, worker.Id));

    /// <summary>The commands that have begun, with their processes.</summary>
    private static List<(string Id, int[] Processes)> Begun(string told) => !File.Exists(told) ? [] :
        [.. File.ReadAllLines(told).Where(line => line.StartsWith("begin ", StringComparison.Ordinal)).Select(line => line.Split(' '))
            .Select(parts => (parts[1], parts[2..].Select(id => int.Parse(id, CultureInfo.InvariantCulture)).ToArray()))];

    private static bool IsOver(ProductFolder folder) =>
        File.Exists(Path.Combine(folder.Root, "out", "store", "pipelines", "anna", "k1", "state.json"));

    /// <summary>The artifacts of all jobs: one of each.</summary>
    private static async Task<List<(string Job, string Hash)>> ArtifactsAsync(ProductFolder folder)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(folder.Root, "out", "videos.db")};Mode=ReadOnly");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT job_id, sha256 FROM pipeline_artifact WHERE path = 'half.txt'";
        await using var reader = await command.ExecuteReaderAsync();
        var found = new List<(string, string)>();
        while (await reader.ReadAsync())
        {
            found.Add((reader.GetString(0), reader.GetString(1)));
        }

        found.Should().HaveCountGreaterThanOrEqualTo(Math.Max(6, Kills * JobsForEachKill)).And.OnlyHaveUniqueItems();
        return found;
    }
}
