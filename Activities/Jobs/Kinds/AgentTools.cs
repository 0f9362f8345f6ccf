using System.Text;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Jobs.Kinds;

/// <summary>The hands of an agent: its workspace, and nothing outside of it.</summary>
internal sealed class AgentTools(JobAttempt attempt, bool commands)
{
    /// <summary>How much of a file or of an output a model is shown.</summary>
    private const int MostShown = 8000;
    private const int MostFiles = 200;
    private const string Running = "run_command: runs command (program and arguments; no shell reads them unless it is the program)";

    public IReadOnlyList<string> Names { get; } =
    [
        "read_file: shows the file at path",
        "write_file: writes text into the file at path, whole",
        .. commands ? [Running] : Array.Empty<string>(),
        "finish: the task is done; text says what was done",
        "give_up: the task cannot be done; text says why",
    ];

    /// <summary>Files of the workspace, with their sizes.</summary>
    public IReadOnlyList<string> Files
    {
        get
        {
            var all = Directory.EnumerateFiles(attempt.Workspace.Folder, "*", SearchOption.AllDirectories)
                .Select(file => $"{Path.GetRelativePath(attempt.Workspace.Folder, file)} ({Counted.Of(new FileInfo(file).Length, "byte")})")
                .Where(file => !file.StartsWith(".spawn/", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
            return all.Count <= MostFiles ? all.DefaultIfEmpty("none").ToList()
                : [.. all.Take(MostFiles), $"and {all.Count - MostFiles} more"];
        }
    }

    /// <summary>What is wrong with a move; empty: nothing.</summary>
    public IReadOnlyList<string> FaultsOf(AgentMove move) => move.Tool switch
    {
        AgentTool.ReadFile when !File.Exists(PathOf(move)) => [$"There is no file '{move.Path}' in the workspace."],
        AgentTool.WriteFile when !attempt.Workspace.Owns(PathOf(move)) || Directory.Exists(PathOf(move)) =>
            [$"'{move.Path}' cannot be written: give a path in the workspace outside of inputs."],
        AgentTool.RunCommand when !commands => ["Commands are not allowed in this job."],
        AgentTool.RunCommand when move.Command.Count == 0 => ["A command needs a program."],
        AgentTool.Finish or AgentTool.GiveUp when string.IsNullOrWhiteSpace(move.Text) => ["The end needs a text."],
        _ => [],
    };

    /// <summary>Makes a move.</summary>
    public async Task<(int? Code, string Result)> MakeAsync(AgentMove move, CancellationToken cancellationToken)
    {
        switch (move.Tool)
        {
            case AgentTool.ReadFile:
                return (null, await ShownAsync(PathOf(move), cancellationToken));
            case AgentTool.WriteFile:
                Directory.CreateDirectory(Path.GetDirectoryName(PathOf(move))!);
                await File.WriteAllTextAsync(PathOf(move), move.Text, cancellationToken);
                return (null, $"It has {Counted.Of(Encoding.UTF8.GetByteCount(move.Text), "byte")} now.");
            case AgentTool.RunCommand:
                var output = new StringBuilder();
                var code = await ProcessGroup.RunAsync(
                    move.Command, attempt.Workspace.Folder, attempt.Environment, attempt.Workspace.ExitCode,
                    reader => ReadAsync(reader, output), cancellationToken);
                File.Delete(attempt.Workspace.ExitCode);
                var said = attempt.Log.Masked(output.ToString());
                attempt.Log.Write(said);
                return (code, Cut($"Exit code {code}.\n{said}"));
            default:
                return (null, move.Text);
        }
    }

    /// <summary>A path of the workspace without links; what leads elsewhere is a path where no file is.</summary>
    private string PathOf(AgentMove move)
    {
        var folder = attempt.Workspace.Folder;
        var path = Path.GetFullPath(Path.Combine(folder, move.Path));
        var inside = path.StartsWith($"{folder}/", StringComparison.Ordinal);
        for (var each = path; inside && each.Length > folder.Length; each = Path.GetDirectoryName(each)!)
        {
            inside = new FileInfo(each).LinkTarget is null;
        }

        return inside ? path : Path.Combine(folder, "..", "outside");
    }

    private async Task<string> ShownAsync(string path, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(path);
        var buffer = new char[MostShown + 1];
        var count = await reader.ReadBlockAsync(buffer, cancellationToken);
        return attempt.Log.Masked(Cut(new string(buffer, 0, count)));
    }

    private static async Task ReadAsync(StreamReader reader, StringBuilder output)
    {
        var buffer = new char[4096];
        while (await reader.ReadAsync(buffer) is var count and > 0)
        {
            lock (output)
            {
                if (output.Length < 1_000_000)
                {
                    output.Append(buffer, 0, count);
                }
            }
        }
    }

    /// <summary>Of a long text the end counts most, where commands say what went wrong.</summary>
    private static string Cut(string text) => text.Length <= MostShown ? text
        : $"{text[..(MostShown / 4)]}\n[…]\n{text[^(3 * MostShown / 4)..]}";
}
