using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using TemporalVideo.DevServer;
using TemporalVideo.Tests.Support;

namespace TemporalVideo.EndToEnd.Tests;

/// <summary>A folder with the product's configuration and lessons, a free port for the embedded server, and all output inside.</summary>
internal sealed class ProductFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("video-test-");

    public ProductFolder()
    {
        foreach (var folder in new[] { "config", "lessons" })
        {
            Copy(Path.Combine(TestPaths.RepositoryRoot, folder), Path.Combine(Root, folder));
        }

        Temporary = Directory.CreateDirectory(Path.Combine(Root, "tmp")).FullName;
        Port = FreePort.NextForReuse();
        var engine = File.ReadAllText(Path.Combine(TestPaths.RepositoryRoot, "temporal-dev.yaml"))
            .Replace("  port: auto", $"  port: {Port}");
        File.WriteAllText(Path.Combine(Root, "temporal-dev.yaml"), engine);
    }

    public string Root => _folder.FullName;

    public int Port { get; }

    /// <summary>Where the product's processes keep what they need for a moment.</summary>
    public string Temporary { get; }

    /// <summary>What the product's processes have in their environment beside that of the tests.</summary>
    public Dictionary<string, string> Variables { get; } = [];

    public string DataFile => Path.Combine(Root, "out", "temporal.db");

    /// <summary>
    /// The command lines of the processes that still run in this folder, ffmpeg among them; without the server, which stays for a while.
    /// </summary>
    public IReadOnlyList<string> Processes() =>
        [.. ProcessFolders().Select(CommandLine).Where(line => !line.Contains(" dev-server ", StringComparison.Ordinal))];

    /// <summary>Waits until the processes that run in this folder are as they should be.</summary>
    public async Task WaitForAsync(Func<IReadOnlyList<string>, bool> processes)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        while (!processes(Processes()))
        {
            await Task.Delay(50, limit.Token);
        }
    }

    /// <summary>Changes a value of the configuration.</summary>
    public void ChangeConfiguration(string file, string from, string to)
    {
        var path = Path.Combine(Root, file);
        var text = File.ReadAllText(path);
        text.Should().Contain(from);
        File.WriteAllText(path, text.Replace(from, to, StringComparison.Ordinal));
    }

    /// <summary>Kills the server as <c>kill -9</c> does.</summary>
    public async Task KillServerAsync()
    {
        using var server = Process.GetProcessById(ServerRecord.Read(DataFile)!.ProcessId);
        server.Kill();
        await server.WaitForExitAsync();
    }

    /// <summary>A lesson of the repository; the same for all tests.</summary>
    public string Lesson => Directory.GetFiles(Path.Combine(Root, "lessons"), "*.md").Order().First();

    /// <summary>The files of a session: path below it, and when it was written.</summary>
    public IReadOnlyDictionary<string, DateTime> Output(string user, string session)
    {
        var folder = Path.Combine(Root, "out", "store", "scaffold_test", user, session);
        return Directory.Exists(folder)
            ? Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
                .ToDictionary(file => Path.GetRelativePath(folder, file).Replace('\\', '/'), File.GetLastWriteTimeUtc)
            : new Dictionary<string, DateTime>();
    }

    public string PathOf(string user, string session, string key) =>
        Path.Combine(Root, "out", "store", "scaffold_test", user, session, key);

    public JsonElement Json(string user, string session, string key) =>
        JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(PathOf(user, session, key)));

    public void Dispose()
    {
        foreach (var folder in ProcessFolders())
        {
            using var process = Process.GetProcessById(int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture));
            process.Kill();
            process.WaitForExit();
        }

        _folder.Delete(recursive: true);
    }

    private List<string> ProcessFolders() =>
        [.. Directory.GetDirectories("/proc").Where(process => int.TryParse(Path.GetFileName(process), out _))
            .Where(process => Read(process, "environ").Contains($"TMPDIR={Temporary}", StringComparison.Ordinal))];

    private static string CommandLine(string process) => Read(process, "cmdline").Replace('\0', ' ');

    private static string Read(string process, string file)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, file));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // It has just ended, or is another user's.
            return "";
        }
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
