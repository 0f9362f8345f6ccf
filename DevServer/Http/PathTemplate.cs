namespace TemporalVideo.DevServer.Http;

/// <summary>A path of a <c>google.api.http</c> option, such as <c>/namespaces/{namespace}/workflows/{execution.workflow_id}</c>.</summary>
internal sealed class PathTemplate
{
    private readonly string[] _segments;

    public PathTemplate(string template) => _segments = template.Trim('/').Split('/');

    /// <summary>How many segments a path must have.</summary>
    public int Length => _segments.Length;

    /// <summary>Orders templates that fit the same path: literal segments come before variables, from the left.</summary>
    public string Precedence => string.Concat(_segments.Select(segment => IsVariable(segment) ? '1' : '0'));

    /// <summary>The values of the variables by field path, or null when the path does not fit.</summary>
    /// <param name="path">The segments, unescaped.</param>
    public Dictionary<string, string>? Match(ReadOnlySpan<string> path)
    {
        if (path.Length != _segments.Length)
        {
            return null;
        }

        var values = new Dictionary<string, string>();
        for (var i = 0; i < path.Length; i++)
        {
            if (IsVariable(_segments[i]))
            {
                values.Add(_segments[i][1..^1], path[i]);
            }
            else if (_segments[i] != path[i])
            {
                return null;
            }
        }

        return values;
    }

    private static bool IsVariable(string segment) => segment is ['{', .., '}'];
}
