using TemporalVideo.Hosting.Configuration;
using TemporalVideo.Hosting.Configuration.Jobs;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Starter.Tests.Configuration;

/// <summary>Jobs that are made for each row of a list.</summary>
public sealed class JobRowTests
{
    private const string Yaml = """
        parameters: {list: {required: true}}
        jobs:
          film: {type: video, each: list, video: {lesson: "${MATRIX_LESSON}"}}
          look: {command: [x], each: list, needs: {film: success}}
          zip: {command: [x], needs: {look: always}}
        """;

    [Theory]
    [InlineData("id,lesson\nsky,\"a, b.md\"\nsea,c.md\n")]
    [InlineData("""[{"id": "sky", "lesson": "a, b.md"}, {"id": "sea", "lesson": "c.md"}]""")]
    public void Expand_List_MakesJobsThatNeedEachOtherRowByRow(string list)
    {
        var template = JobTemplateReader.ReadText("course", Yaml).Expand(new Dictionary<string, string> { ["list"] = "file" }, path =>
            path == "file" ? list : throw new FileNotFoundException());

        template.Nodes.Select(node => node.Id).Should().Equal("film-sky", "film-sea", "look-sky", "look-sea", "zip");
        template.Nodes[3].Needs.Should().Equal(new JobNeed("film-sea"));
        template.Nodes[4].Needs.Select(need => (need.Job, need.When)).Should()
            .Equal(("look-sky", NeedCondition.Always), ("look-sea", NeedCondition.Always));
        template.Specs["film-sky"].Matrix["lesson"].Should().Be("a, b.md");
    }

    [Theory]
    [InlineData("id,lesson\nsky,a\nsky,b\n", "'sky' is there 2 times")]
    [InlineData("id,lesson\nsky,a,b\n", "line 2 has 3 values for 2 names")]
    [InlineData("id,le sson\nsky,a\n", "found 'le sson'")]
    [InlineData("id,lesson\nsk/y,a\n", "found 'sk/y'")]
    [InlineData("id,lesson\n", "expected 1 to 1000 rows, found 0")]
    [InlineData("[1]", "expected CSV with a line of names")]
    [InlineData("/etc/passwd", "expected the list itself")]
    public void Expand_WrongList_SaysWhatIsWrong(string list, string expected)
    {
        var template = JobTemplateReader.ReadText("course", Yaml);

        FluentActions.Invoking(() => template.Expand(new Dictionary<string, string> { ["list"] = list }, null))
            .Should().Throw<ConfigurationException>().Which.Message.Should().Contain("course: parameter list: ").And.Contain(expected);
    }

    [Theory]
    [InlineData("each: nothing", "there is no parameter 'nothing'; expected one of list")]
    [InlineData("each: list, matrix: {a: [b]}", "expected each or matrix, found both")]
    [InlineData("uses: [nothing]", "there is no parameter 'nothing'")]
    [InlineData("type: approval, cache: true", "a job of type approval has none")]
    public void Read_WrongInputs_AreFaults(string job, string expected)
    {
        var command = job.StartsWith("type", StringComparison.Ordinal) ? "" : ", command: [x]";

        FluentActions.Invoking(() => JobTemplateReader.ReadText("t", $"parameters: {{list: {{}}}}\njobs:\n  a: {{{job}{command}}}\n"))
            .Should().Throw<ConfigurationException>().Which.Message.Should().Contain(expected);
    }
}
