using System.Text;
using TemporalVideo.Storage.Objects;

namespace TemporalVideo.Activities.Jobs;

/// <summary>The log of an attempt: secrets masked, at most a megabyte, put into the store while it grows.</summary>
/// <param name="store">The store.</param>
/// <param name="key">Its key.</param>
/// <param name="secrets">What must not be in it.</param>
internal sealed class JobLog(IObjectStore store, string key, IReadOnlyList<string> secrets)
{
    private const int Most = 1_000_000;
    private const int LongestLine = 65_536;

    private readonly StringBuilder _text = new();
    private readonly Lock _lock = new();
    private int _kept = -1;

    /// <summary>The last lines, for people.</summary>
    public string Tail(int lines)
    {
        lock (_lock)
        {
            return string.Join('\n', _text.ToString().TrimEnd('\n').Split('\n').TakeLast(lines));
        }
    }

    /// <summary>A text without secrets.</summary>
    public string Masked(string text) => secrets.Aggregate(
        text, (masked, secret) => masked.Replace(secret, "***", StringComparison.Ordinal));

    /// <summary>Reads until the output ends.</summary>
    public async Task ReadAsync(StreamReader output)
    {
        var (buffer, open) = (new char[8192], new StringBuilder());
        while (await output.ReadAsync(buffer) is var count and > 0)
        {
            open.Append(buffer, 0, count);
            var text = open.ToString();

            // A secret may not be cut in two: only whole lines are written.
            var end = text.Length > LongestLine ? text.Length : text.LastIndexOf('\n') + 1;
            Write(text[..end]);
            open.Remove(0, end);
        }

        Write(open.ToString());
    }

    /// <summary>Adds a text.</summary>
    public void Write(string text)
    {
        text = Masked(text);
        lock (_lock)
        {
            var room = Most - _text.Length;
            if (room > 0)
            {
                _text.Append(text.Length <= room ? text : $"{text[..room]}\n[The log ends here: it is longer than {Most} characters.]\n");
            }
        }
    }

    /// <summary>Puts it into the store when it has grown.</summary>
    public async Task KeepAsync(CancellationToken cancellationToken)
    {
        byte[] content;
        int length;
        lock (_lock)
        {
            if (_text.Length == _kept)
            {
                return;
            }

            (length, content) = (_text.Length, Encoding.UTF8.GetBytes(_text.ToString()));
        }

        // Not before it is there: the putting may be stopped when the job ends.
        await store.PutAsync(key, content, ObjectTags.None, cancellationToken);
        _kept = length;
    }
}
