using Temporalio.Workflows;

namespace Temporalio.Tests.Workflows;

public class WorkflowDefinitionTests
{
    [Fact]
    public void Create_AttributedType_FindsAllHandlersByName()
    {
        var definition = WorkflowDefinition.Create<Whole>();

        definition.Name.Should().Be("Whole");
        definition.Signals.Keys.Should().BeEquivalentTo(["Go", "named"]);
        definition.Queries.Keys.Should().BeEquivalentTo(["State", "Ask"]);
        definition.Updates["Change"].ValidatorMethod!.Name.Should().Be("ValidateChange");
        WorkflowDefinition.NameFromType(typeof(IContract)).Should().Be("Contract");
    }

    [Fact]
    public void Create_FaultyType_ReportsEveryFault()
    {
        var error = Assert.Throws<ArgumentException>(() => WorkflowDefinition.Create<Faulty>());

        error.Message.Should().Contain("[WorkflowRun]").And.Contain("must return Task").And.Contain("must return a value").And.Contain("Missing");
    }

    [Fact]
    public void Create_WithoutAttribute_SaysSo() =>
        Assert.Throws<ArgumentException>(() => WorkflowDefinition.Create<string>()).Message.Should().Contain("[Workflow]");

    [Workflow]
    public interface IContract
    {
        [WorkflowRun]
        Task RunAsync();
    }

    [Workflow]
    public class Whole
    {
        [WorkflowQuery]
        public string State => "state";

        [WorkflowRun]
        public Task RunAsync() => Task.CompletedTask;

        [WorkflowSignal]
        public Task GoAsync() => Task.CompletedTask;

        [WorkflowSignal("named")]
        public Task OtherAsync() => Task.CompletedTask;

        [WorkflowQuery]
        public int Ask() => 1;

        [WorkflowUpdate]
        public Task<int> ChangeAsync(int value) => Task.FromResult(value);

        [WorkflowUpdateValidator(nameof(ChangeAsync))]
        public void ValidateChange(int value) => ArgumentOutOfRangeException.ThrowIfNegative(value);
    }

    [Workflow]
    public class Faulty
    {
        [WorkflowSignal]
        public void Go()
        {
        }

        [WorkflowQuery]
        public void Ask()
        {
        }

        [WorkflowUpdateValidator("Missing")]
        public void Validate()
        {
        }
    }
}
