using System.Linq.Expressions;
using Temporalio.Common;

namespace Temporalio.Tests.Common;

public class ExpressionUtilTests
{
    private readonly int _field = 5;

    [Fact]
    public void ExtractCall_InstanceMethod_EvaluatesArguments()
    {
        var local = "text";

        var (method, args) = Extract((Derived d) => d.Act(local + "!", _field, null));

        method.Name.Should().Be("Act");
        args.Should().Equal("text!", 5, null);
    }

    [Fact]
    public void ExtractCall_InheritedMethod_IsThatOfTheNamedType() =>
        Extract((Derived d) => d.Act("a", 1, null)).Method.ReflectedType.Should().Be<Derived>();

    [Fact]
    public void ExtractCall_StaticMethod_NeedsNoParameter()
    {
        var (method, args) = ExpressionUtil.ExtractCall((Expression<Action>)(() => Base.Run(3)));

        method.Name.Should().Be("Run");
        args.Should().Equal(3);
    }

    [Fact]
    public void ExtractCall_OtherReceiver_IsRefused()
    {
        var other = new Derived();

        ((Action)(() => Extract((Derived d) => other.Act("a", 1, null)))).Should().Throw<ArgumentException>().WithMessage("*parameter*");
    }

    [Fact]
    public void ExtractCall_NoCall_IsRefused() =>
        ((Action)(() => ExpressionUtil.ExtractCall((Expression<Func<int>>)(() => 1)))).Should().Throw<ArgumentException>().WithMessage("*method call*");

    private static (System.Reflection.MethodInfo Method, IReadOnlyCollection<object?> Args) Extract(Expression<Action<Derived>> lambda) =>
        ExpressionUtil.ExtractCall(lambda);

    private class Base
    {
        public static int Run(int number) => number;

        public virtual void Act(string text, int number, object? nothing)
        {
        }
    }

    private sealed class Derived : Base
    {
        public override void Act(string text, int number, object? nothing)
        {
        }
    }
}
