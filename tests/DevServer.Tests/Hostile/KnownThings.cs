using System.Collections.Concurrent;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace TemporalVideo.DevServer.Tests.Hostile;

/// <summary>What exists on the server, or is likely to: values that take a random request past the first checks.</summary>
internal sealed class KnownThings(string ns)
{
    private static readonly HashSet<string> Wanted =
        ["namespace", "workflow_id", "execution", "workflow_execution", "task_queue", "workflow_type", "task_token", "name", "schedule_id",
            "commands", "command_type"];

    private readonly ConcurrentDictionary<string, ConcurrentQueue<ByteString>> _tokens = new();

    /// <summary>Keeps a token that the server gave.</summary>
    public void Add(MessageDescriptor answer, ByteString token)
    {
        if (!token.IsEmpty)
        {
            _tokens.GetOrAdd(Kind(answer), _ => new()).Enqueue(token);
        }
    }

    /// <summary>Whether a request without this field is of little interest.</summary>
    public bool IsWanted(FieldDescriptor field) => Wanted.Contains(field.Name);

    public string? Text(FieldDescriptor field, Random random) => random.Next(5) == 0 ? null : field.Name switch
    {
        "namespace" => random.Next(20) == 0 ? "nowhere" : ns,
        "workflow_id" => $"w{random.Next(150)}",
        "schedule_id" => $"s{random.Next(5)}",
        "job_id" => $"j{random.Next(5)}",
        "update_id" or "protocol_instance_id" => $"u{random.Next(3)}",
        "activity_id" or "timer_id" => $"{random.Next(6)}",
        "run_id" or "first_execution_run_id" => random.Next(3) == 0 ? null : "",
        "name" when field.ContainingType.Name is "TaskQueue" => $"q{random.Next(4)}",
        "query" => "WorkflowType = 't1'",
        "cron_schedule" => random.Next(2) == 0 ? "" : null,
        _ => null,
    };

    private static string Kind(MessageDescriptor type) =>
        type.Name.Contains("WorkflowTask", StringComparison.Ordinal) ? "workflow task"
        : type.Name.Contains("Activity", StringComparison.Ordinal) ? "activity"
        : type.Name.Replace("Response", "", StringComparison.Ordinal).Replace("Request", "", StringComparison.Ordinal);

    public ByteString? Bytes(FieldDescriptor field, Random random)
    {
        if (field.Name is "next_page_token" && random.Next(3) > 0)
        {
            return ByteString.Empty;
        }

        if (!field.Name.EndsWith("token", StringComparison.Ordinal) || random.Next(4) == 0
            || !_tokens.TryGetValue(Kind(field.ContainingType), out var tokens) || !tokens.TryDequeue(out var token))
        {
            return null;
        }

        // Some are used again, some with a byte changed.
        if (random.Next(3) > 0)
        {
            return token;
        }

        tokens.Enqueue(token);

        var bytes = token.ToByteArray();
        bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        return ByteString.CopyFrom(bytes);
    }
}
