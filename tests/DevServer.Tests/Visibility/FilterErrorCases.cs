namespace TemporalVideo.DevServer.Tests.Visibility;

/// <summary>Filters that Temporal's server refuses, with its words.</summary>
internal static class FilterErrorCases
{
    public static readonly TheoryData<string, string> All = new()
    {
        { "Foo='x'", "invalid expression: column name 'Foo' is not a valid search attribute" },
        { "executionstatus='Running'", "invalid expression: column name 'executionstatus' is not a valid search attribute" },
        { "WorkflowId=foo",
            "operation is not supported: column name on the right side of comparison expression (did you forget to quote 'foo'?)" },
        { "WorkflowId LIKE 'x'", "invalid expression: invalid operator 'like' in `WorkflowId like 'x'`" },
        { "Kw REGEXP 'x'", "invalid expression: invalid operator 'regexp' in `Kw regexp 'x'`" },
        { "WorkflowId <=> 'w1'", "invalid expression: invalid operator '<=>' in `WorkflowId <=> 'w1'`" },
        { "WorkflowId='w1' ORDER BY StartTime", "operation is not supported: 'order by' clause" },
        { "WorkflowId='w1' GROUP BY ExecutionStatus", "operation is not supported: 'group by' clause" },
        { "WorkflowId='w1' LIMIT 3", "operation is not supported: 'limit' clause" },
        { "StartTime > '2020-01-01'", "invalid expression: unable to parse datetime '2020-01-01'" },
        { "StartTime > 'x'", "invalid expression: unable to parse datetime 'x'" },
        { "WorkflowId='w1' AND", "malformed SQL query: syntax error at position 47" },
        { "(", "malformed SQL query: syntax error at position 29" },
        { "WorkflowId", "invalid expression: incomplete expression" },
        { "ExecutionStatus='Foo'", "invalid expression: invalid ExecutionStatus value 'Foo'" },
        { "ExecutionStatus='running'", "invalid expression: invalid ExecutionStatus value 'running'" },
        { "WorkflowId IN ()", "malformed SQL query: syntax error at position 44" },
        { "'w1'=WorkflowId", "invalid expression: must be a column name but was *sqlparser.SQLVal" },
        { "Tags > 'x'", "invalid expression: operator '>' not supported for KeywordList type search attribute in `Tags > 'x'`" },
        { "Txt IN ('x')", "invalid expression: operator 'in' not supported for Text type search attribute in `Txt in ('x')`" },
        { "Txt > 'x'", "invalid expression: operator '>' not supported for Text type search attribute in `Txt > 'x'`" },
        { "ExecutionDuration > 'abc'", "invalid value for search attribute ExecutionDuration: abc (invalid duration)" },
        { "WorkflowId==\"w1\"", "malformed SQL query: syntax error at position 40" },
        { "1=1", "invalid expression: must be a column name but was *sqlparser.SQLVal" },
        { "Kw=NULL", "invalid expression: unexpected value type *sqlparser.NullVal" },
        { "Kw IS TRUE", "invalid expression: 'IS' operator can only be used with 'NULL' or 'NOT NULL'" },
        { "'a'", "operation is not supported: expression of type *sqlparser.SQLVal" },
        { "WorkflowId='w1", "malformed SQL query: syntax error at position 42 near 'w1'" },
        { "WorkflowId=upper('w1')", "operation is not supported: nested func" },
        { "Kw='x' XOR Kw='y'", "malformed SQL query: syntax error at position 38 near 'xor'" },
        { "WorkflowId='w1' WorkflowId='w2'", "malformed SQL query: syntax error at position 54 near 'WorkflowId'" },
    };
}
