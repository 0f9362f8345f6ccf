using System.Text.Json.Serialization;

namespace TemporalVideo.Activities.Jobs.Kinds;

/// <summary>What an agent can do.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AgentTool>))]
public enum AgentTool
{
    /// <summary>Read a file.</summary>
    [JsonStringEnumMemberName("read_file")] ReadFile,

    /// <summary>Write a file, whole.</summary>
    [JsonStringEnumMemberName("write_file")] WriteFile,

    /// <summary>Run a program.</summary>
    [JsonStringEnumMemberName("run_command")] RunCommand,

    /// <summary>Say that the task is done.</summary>
    [JsonStringEnumMemberName("finish")] Finish,

    /// <summary>Say that it cannot be done.</summary>
    [JsonStringEnumMemberName("give_up")] GiveUp,
}

/// <summary>A move of an agent, in the form in which a language model answers.</summary>
/// <param name="Thought">Why, in a sentence.</param>
/// <param name="Tool">What it does.</param>
/// <param name="Path">The file; empty where there is none.</param>
/// <param name="Text">The file's content, or what is said at the end; empty where there is nothing.</param>
/// <param name="Command">Program and arguments; empty where there is none.</param>
public sealed record AgentMove(string Thought, AgentTool Tool, string Path, string Text, IReadOnlyList<string> Command);

/// <summary>A move and what came of it: a line of <c>actions.jsonl</c>.</summary>
internal sealed record AgentAction(
    [property: JsonPropertyName("move")] int Number,
    [property: JsonPropertyName("tool")] AgentTool Tool,
    [property: JsonPropertyName("thought")] string Thought,
    [property: JsonPropertyName("path")] string Path,
    [property: JsonPropertyName("command")] IReadOnlyList<string> Command,
    [property: JsonPropertyName("text")] string Text,
    [property: JsonPropertyName("exit_code")] int? ExitCode,
    [property: JsonPropertyName("result")] string Result);
