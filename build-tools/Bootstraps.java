import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Writes out what the Java runtime would otherwise generate each time a program starts: the type
/// tests of pattern switches, and `equals` and `hashCode` of records.
///
/// javac leaves these to `invokedynamic`. For lambdas the result is kept in the cache of a packaged
/// program, for these two it is not (JDK 25), and each one costs a millisecond or more per start.
/// The classes behave as before; whatever is not of a known form stays as it is.
final class Bootstraps {
  private static final ClassDesc SWITCH = ClassDesc.of("java.lang.runtime.SwitchBootstraps");
  private static final ClassDesc RECORD = ClassDesc.of("java.lang.runtime.ObjectMethods");
  private static final ClassDesc OBJECTS = ClassDesc.of("java.util.Objects");

  private final ClassFile classFile;

  private Bootstraps(ProgramClasses program) {
    classFile = ClassFile.of(ClassHierarchyResolverOption.of(program.hierarchy()));
  }

  /// Rewrites the classes below `root`, a folder that holds a whole program.
  static void writeOut(Path root) throws IOException {
    var program = new ProgramClasses(root);
    var bootstraps = new Bootstraps(program);
    for (var file : program.files()) {
      bootstraps.rewrite(file);
    }
  }

  private void rewrite(Path file) throws IOException {
    var model = classFile.parse(Files.readAllBytes(file));
    var added = new ArrayList<Method>();
    var replaceCalls =
        CodeTransform.ofStateful(
            () ->
                (code, element) -> {
                  var body =
                      element instanceof InvokeDynamicInstruction call ? body(model, call) : null;
                  if (body == null) {
                    code.with(element);
                    return;
                  }
                  var call = (InvokeDynamicInstruction) element;
                  var method =
                      new Method(
                          call.name().stringValue() + "$" + added.size(), call.typeSymbol(), body);
                  added.add(method);
                  code.invokestatic(
                      model.thisClass().asSymbol(),
                      method.name(),
                      method.type(),
                      isInterface(model));
                });
    var transformed =
        classFile.transformClass(
            model,
            ClassTransform.transformingMethodBodies(replaceCalls)
                .andThen(
                    ClassTransform.endHandler(
                        type ->
                            added.forEach(
                                method ->
                                    type.withMethodBody(
                                        method.name(),
                                        method.type(),
                                        AccessFlag.PRIVATE.mask()
                                            | AccessFlag.STATIC.mask()
                                            | AccessFlag.SYNTHETIC.mask(),
                                        method.body())))));
    if (!added.isEmpty()) {
      Files.write(file, transformed);
    }
  }

  private record Method(String name, MethodTypeDesc type, Consumer<CodeBuilder> body) {}

  private static boolean isInterface(ClassModel model) {
    return model.flags().has(AccessFlag.INTERFACE);
  }

  /// What the call does, or null if it is to stay.
  private static Consumer<CodeBuilder> body(ClassModel model, InvokeDynamicInstruction call) {
    var bootstrap = call.bootstrapMethod();
    var arguments = call.bootstrapArgs();
    if (bootstrap.owner().equals(SWITCH) && bootstrap.methodName().equals("typeSwitch")) {
      var known =
          arguments.stream()
              .allMatch(a -> a instanceof ClassDesc c && !c.isPrimitive() || a instanceof String);
      return known ? code -> typeSwitch(code, arguments) : null;
    }
    if (bootstrap.owner().equals(RECORD)) {
      var fields = new ArrayList<Field>();
      for (var argument : arguments.subList(2, arguments.size())) {
        var getter = (DirectMethodHandleDesc) argument;
        fields.add(
            new Field(getter.owner(), getter.methodName(), getter.invocationType().returnType()));
      }
      var owner = model.thisClass().asSymbol();
      return switch (call.name().stringValue()) {
        case "equals" -> code -> recordEquals(code, owner, fields);
        case "hashCode" -> code -> recordHashCode(code, fields);
        default -> null;
      };
    }
    return null;
  }

  private record Field(ClassDesc owner, String name, ClassDesc type) {
    void load(CodeBuilder code, int slot) {
      code.aload(slot).getfield(owner, name, type);
    }

    /// The class with the static `compare` and `hashCode` for this type.
    ClassDesc box() {
      return switch (TypeKind.from(type)) {
        case BOOLEAN -> ConstantDescs.CD_Boolean;
        case BYTE -> ConstantDescs.CD_Byte;
        case CHAR -> ConstantDescs.CD_Character;
        case SHORT -> ConstantDescs.CD_Short;
        case INT -> ConstantDescs.CD_Integer;
        case LONG -> ConstantDescs.CD_Long;
        case FLOAT -> ConstantDescs.CD_Float;
        case DOUBLE -> ConstantDescs.CD_Double;
        case REFERENCE, VOID -> OBJECTS;
      };
    }
  }

  /// `int typeSwitch(Object selector, int restart)`: the first label from `restart` on that fits,
  /// the number of labels if none does, -1 for null.
  private static void typeSwitch(CodeBuilder code, List<ConstantDesc> labels) {
    Label notNull = code.newLabel();
    code.aload(0).ifnonnull(notNull).iconst_m1().ireturn().labelBinding(notNull);
    for (var i = 0; i < labels.size(); i++) {
      Label next = code.newLabel();
      if (i > 0) {
        code.iload(1).loadConstant(i).if_icmpgt(next);
      } else {
        code.iload(1).ifgt(next);
      }
      if (labels.get(i) instanceof ClassDesc type) {
        code.aload(0).instanceOf(type);
      } else {
        code.loadConstant((String) labels.get(i)).aload(0);
        code.invokevirtual(
            ConstantDescs.CD_Object,
            "equals",
            MethodTypeDesc.of(ConstantDescs.CD_boolean, ConstantDescs.CD_Object));
      }
      code.ifeq(next).loadConstant(i).ireturn().labelBinding(next);
    }
    code.loadConstant(labels.size()).ireturn();
  }

  /// `boolean equals(R self, Object other)`.
  private static void recordEquals(CodeBuilder code, ClassDesc owner, List<Field> fields) {
    Label differs = code.newLabel();
    code.aload(1).instanceOf(owner).ifeq(differs);
    code.aload(1).checkcast(owner).astore(2);
    for (var field : fields) {
      field.load(code, 0);
      field.load(code, 2);
      if (field.type().isPrimitive()) {
        code.invokestatic(
            field.box(),
            "compare",
            MethodTypeDesc.of(ConstantDescs.CD_int, field.type(), field.type()));
        code.ifne(differs);
      } else {
        code.invokestatic(
            OBJECTS,
            "equals",
            MethodTypeDesc.of(
                ConstantDescs.CD_boolean, ConstantDescs.CD_Object, ConstantDescs.CD_Object));
        code.ifeq(differs);
      }
    }
    code.iconst_1().ireturn().labelBinding(differs).iconst_0().ireturn();
  }

  /// `int hashCode(R self)`, the same number as the runtime's own.
  private static void recordHashCode(CodeBuilder code, List<Field> fields) {
    code.iconst_0();
    for (var field : fields) {
      code.bipush(31).imul();
      field.load(code, 0);
      var parameter = field.type().isPrimitive() ? field.type() : ConstantDescs.CD_Object;
      code.invokestatic(
          field.box(), "hashCode", MethodTypeDesc.of(ConstantDescs.CD_int, parameter));
      code.iadd();
    }
    code.ireturn();
  }
}
